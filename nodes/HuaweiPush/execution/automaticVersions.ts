import { AutomaticVersions } from '../../../push-kit/message/version';

/** Shared by all runs of this process: the next run of a loop is the next update. */
export const AUTOMATIC_VERSIONS = new AutomaticVersions(() => Math.floor(Date.now() / 1000));
