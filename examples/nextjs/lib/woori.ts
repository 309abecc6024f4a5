// 브라우저의 코드가 이 파일을 가져오면 빌드가 실패합니다. 키는 서버에만 있습니다.
import "server-only";
import { createWooriClient, type WooriClient } from "woori-openapi";
import { wooriOptions } from "./options";

// 개발 서버는 파일을 수정할 때마다 모듈을 다시 읽으므로, 클라이언트를 하나만 두려면 globalThis에 둡니다.
const shared = globalThis as { woori?: WooriClient };

/** 앱이 함께 쓰는 클라이언트입니다. 빌드할 때는 키가 없으므로 처음 호출할 때 만듭니다. */
export function woori(): WooriClient {
  return (shared.woori ??= createWooriClient(wooriOptions(process.env)));
}
