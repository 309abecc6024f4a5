/** What the gateway checks, in its order, by the names that people read. */
export const gatewayChecks = [
  { id: "route", name: "경로와 HTTP 메서드" },
  { id: "api", name: "API 게시 여부" },
  { id: "headers", name: "필수 헤더" },
  { id: "app", name: "앱 키와 앱 상태" },
  { id: "choice", name: "앱에 등록된 API" },
  { id: "secret", name: "시크릿 키" },
  { id: "token", name: "액세스 토큰" },
  { id: "plan", name: "플랜" },
  { id: "parameters", name: "파라미터" },
  { id: "body", name: "본문" },
] as const;

export type GatewayCheck = (typeof gatewayChecks)[number]["id"];
