import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from "@nestjs/common";
import type { Response } from "express";
import { WooriApiError, type WooriError, WooriInputError, WooriTransportError } from "woori-openapi";
import { refusalOf } from "./refusal.js";

/** 클라이언트의 오류를 우리 API의 응답으로 바꾸는 필터입니다. */
@Catch(WooriApiError, WooriInputError, WooriTransportError)
export class WooriErrorFilter implements ExceptionFilter<WooriError> {
  private readonly logger = new Logger("Woori");

  catch(error: WooriError, host: ArgumentsHost): void {
    // 클라이언트의 오류에는 키와 개인정보가 없습니다.
    this.logger.error(JSON.stringify(error));
    const { status, body, retryAfter } = refusalOf(error);
    const response = host.switchToHttp().getResponse<Response>();
    if (retryAfter !== undefined) response.set("Retry-After", String(retryAfter));
    response.status(status).json(body);
  }
}
