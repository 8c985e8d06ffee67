/** Tests of what only POSIX has: the modes of files, and signals that a process can answer. */
const isPosix = process.platform !== 'win32';

export const describeOnPosix = isPosix ? describe : describe.skip;
export const testOnPosix = isPosix ? test : test.skip;
