/** push-type 9: Huawei publishes no payload and has not opened it, so any object passes. */
export function checkLocation(): void {}
