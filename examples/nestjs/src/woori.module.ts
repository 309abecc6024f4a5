import { Inject, Module, type OnApplicationShutdown } from "@nestjs/common";
import { createWooriClient, type WooriClient } from "woori-openapi";
import { wooriOptions } from "./options.js";

/** 클라이언트를 주입받을 때 사용하는 토큰입니다: `@Inject(WOORI) woori: WooriClient` */
export const WOORI = Symbol("WOORI");

/** 앱이 함께 쓰는 클라이언트 하나를 만들고, 앱이 종료될 때 연결을 닫습니다. */
@Module({
  providers: [{ provide: WOORI, useFactory: () => createWooriClient(wooriOptions(process.env)) }],
  exports: [WOORI],
})
export class WooriModule implements OnApplicationShutdown {
  constructor(@Inject(WOORI) private readonly woori: WooriClient) {}

  onApplicationShutdown(): void {
    this.woori.close();
  }
}
