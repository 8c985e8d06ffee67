/** Where Huawei's Push Kit is (`push-scenariozed-api-request-struct`). */

/** The one host in every V3 page of Huawei's documentation. */
export const DEFAULT_BASE_URL = 'https://push-api.cloud.huawei.com';
