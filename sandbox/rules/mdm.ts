/** push-type 11: the struct of its payload could not be read from any page, so any object passes. */
export function checkMdm(): void {}
