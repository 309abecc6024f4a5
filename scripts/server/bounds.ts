/** The largest body that is read for a check, in bytes. */
export const maxBody = 1024 * 1024;

/** How many keys and elements of a body are examined. */
export const maxValues = 10_000;

/** How many header fields a request may have. */
export const maxFields = 256;

/** The longest that a request's header may take, in milliseconds. */
export const longestHeader = 10_000;

/** How many connections are open at once. Beyond, one that waits for no answer is closed for each new one. */
export const maxConnections = 2000;

/** How many requests of one connection wait for their turn. One that sends more is cut. */
export const maxWaiting = 32;

/** The bounds that both servers have, for their help. */
export const boundsText = `헤더 ${maxFields}개, 동시 연결 ${maxConnections}개까지 받습니다. 헤더는 ${longestHeader / 1000}초 안에 모두 도착해야 합니다.
본문은 ${maxBody}바이트, 필드와 원소 ${maxValues}개까지 확인합니다.`;
