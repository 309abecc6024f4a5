type Method = "auto" | "GET" | "POST";

/** 클라이언트 설정입니다. */
export interface WooriOptions extends NodeOptions, Hooks {
  /** 은행이나 샌드박스의 주소입니다. https여야 하며, http는 이 기기와 allowInsecureHosts의 호스트에만 쓸 수 있습니다. 인증 정보, 쿼리, 프래그먼트는 쓸 수 없습니다. */
  baseUrl: string;
  /** 앱 키입니다. */
  appKey: string;
  /** 시크릿 키입니다. 브라우저에 두지 마십시오. 페이지를 여는 누구나 읽을 수 있으므로, 키를 보관한 서버를 거쳐 호출하십시오. */
  secretKey: string;
  /**
   * 액세스 토큰, 또는 토큰을 반환하는 함수입니다. 토큰이 필요한 오퍼레이션에 Bearer 형식으로 보냅니다. 함수는 호출마다 실행되며,
   * 은행이 직전 호출을 토큰 때문에 거부했으면 rejected가 true입니다. 그때 새 토큰을 발급받아 반환하십시오.
   */
  accessToken?: string | AccessTokenSource;
  /** 모든 호출의 dataHeader에 사용할 값입니다. 호출할 때 지정한 값이 우선합니다. */
  dataHeader?: Record<string, string>;
  /** 이 기기가 아니어도 http로 호출할 호스트 이름입니다. 키와 개인정보가 암호화되지 않으므로 다른 컨테이너의 샌드박스에만 사용하십시오. */
  allowInsecureHosts?: readonly string[];
  /**
   * 본문이 있는 GET을 보내는 방법입니다. 기본값 auto는 보낼 수 있는 환경이면 원문대로 GET을 보내고, 서버가 405나 501로
   * 거부하면 그때부터 POST를 보냅니다. 거부되기 전에 이미 보낸 다른 호출도 각각 한 번만 POST로 다시 보냅니다. 본문이 있는 GET을 보낼 수 없는 환경에서는 처음부터 POST를 보냅니다.
   */
  method?: Method;
  /** 토큰을 받는 것부터 응답의 마지막 바이트까지 기다리는 시간(밀리초)입니다. 기본값은 30,000입니다. */
  timeout?: number;
  /** 압축을 해제한 응답의 최대 크기(바이트)입니다. 기본값은 1,048,576입니다. */
  maxResponseBytes?: number;
  /** 응답이 명세와 다를 때의 동작입니다. report(기본값)는 다른 점을 issues에 담고, throw는 오류를 발생시키며, off는 확인하지 않습니다. */
  responseValidation?: "report" | "throw" | "off";
  /** 기본 전송 대신 사용할 fetch입니다. 본문이 있는 호출은 POST로 보냅니다. */
  fetch?: (request: Request) => Promise<Response>;
}

/** 액세스 토큰을 반환하는 함수입니다. */
export type AccessTokenSource = (state: {
  /** 직전 호출을 은행이 토큰 때문에 거부했는지를 나타냅니다. */
  rejected: boolean;
}) => string | Promise<string>;

/** Node의 기본 전송에만 쓸 수 있는 설정입니다. 다른 환경이나 fetch를 지정한 클라이언트에는 쓸 수 없습니다. */
export interface NodeOptions {
  /**
   * 은행에 접속할 때 거칠 프록시 주소(http나 https)입니다. Node 22.21과 24.5부터 쓸 수 있으며, 그 전 버전에서는 agent를 지정하십시오. 지정하지 않으면
   * NODE_USE_ENV_PROXY=1일 때 Node처럼 HTTPS_PROXY, HTTP_PROXY, NO_PROXY를 따릅니다.
   */
  proxy?: string;
  /** node:http나 node:https의 Agent, 또는 https-proxy-agent 같은 라이브러리의 Agent입니다. proxy나 idleTimeout과 함께 쓸 수 없으며, 사용이 끝나면 직접 닫아야 합니다. */
  agent?: object;
  /** 서버 인증서를 확인할 인증 기관의 인증서(PEM)입니다. 지정하면 기본 인증 기관 대신 사용합니다. */
  ca?: Pem | readonly Pem[];
  /** 은행에 제시할 클라이언트 인증서(PEM)입니다. key와 함께 지정하십시오. */
  cert?: Pem;
  /** 클라이언트 인증서의 개인 키(PEM)입니다. */
  key?: Pem;
  /** 개인 키의 암호입니다. */
  passphrase?: string;
  /** 사용하지 않는 연결을 유지하는 시간(밀리초)입니다. 기본값은 500입니다. 서버가 먼저 닫은 연결에 요청을 보내지 않도록 서버의 유지 시간보다 짧게 지정하십시오. */
  idleTimeout?: number;
}

type Pem = string | Uint8Array;

/** 호출을 기록하고 추적하는 함수입니다. 요청과 응답의 값은 전달되지 않습니다. 이 함수에서 발생한 오류는 무시되며 호출에 영향을 주지 않습니다. */
export interface Hooks {
  /** 요청을 보내기 직전에 실행됩니다. */
  onRequest?: (event: CallRequestEvent) => unknown;
  /** 응답을 읽은 뒤에 실행됩니다. 405나 501 뒤에 POST로 다시 보내면 응답마다 한 번씩 실행됩니다. */
  onResponse?: (event: CallResponseEvent) => unknown;
  /** 호출이 오류로 끝났을 때 실행됩니다. 보내기 전에 발생한 오류이면 attempt는 0이고 onRequest는 실행되지 않습니다. */
  onError?: (event: CallErrorEvent) => unknown;
}

/** 요청 하나의 정보입니다. 그 뒤에 call과 attempt가 같은 onResponse나 onError가 한 번 실행됩니다. */
export interface CallRequestEvent {
  /** 이 클라이언트에서 몇 번째 호출인지를 나타냅니다. */
  call: number;
  /** 오퍼레이션의 이름(operationId)입니다. */
  operation: string;
  /** 명세의 경로입니다. 경로 변수의 값은 들어 있지 않습니다. */
  path: string;
  method: string;
  /** 이 호출에서 몇 번째 요청인지를 나타냅니다. */
  attempt: number;
}

export interface CallResponseEvent extends CallRequestEvent {
  /** 호출을 시작한 뒤 지난 시간(밀리초)입니다. */
  duration: number;
  status: number;
  globalId: string | undefined;
}

export interface CallErrorEvent extends CallRequestEvent {
  /** 호출을 시작한 뒤 지난 시간(밀리초)입니다. */
  duration: number;
  kind: "input" | "api" | "transport";
  /** 은행의 오류 코드이거나 전송 오류의 코드입니다. */
  code: string | undefined;
  /** HTTP 상태 코드입니다. 받은 경우에만 있습니다. */
  status: number | undefined;
  sent: "no" | "maybe" | "yes";
  globalId: string | undefined;
}

/** 호출 하나에만 사용할 설정입니다. */
export interface CallOptions {
  /** 호출을 취소할 신호입니다. */
  signal?: AbortSignal;
  /** 이 호출에만 사용할 시간 제한(밀리초)입니다. */
  timeout?: number;
  /** 이 호출에만 사용할 액세스 토큰입니다. */
  accessToken?: string;
  /** 이 호출에 더할 헤더입니다. 인증 헤더와, 본문의 형식과 길이를 정하는 헤더는 지정할 수 없습니다. */
  headers?: Record<string, string>;
  /** 이 호출에만 사용할 method입니다. */
  method?: Method;
}
