import {
  BadRequestException,
  Body,
  Controller,
  HttpCode,
  Inject,
  Ip,
  Post,
  UnprocessableEntityException,
} from "@nestjs/common";
import type { WooriClient } from "woori-openapi";
import { WOORI } from "./woori.module.js";

interface LoanLimit {
  /** 원 단위의 금액입니다. 큰 수일 수 있으므로 문자열입니다. */
  limit: string;
  accounts: string[];
}

@Controller("loan-limit")
export class LoanController {
  constructor(@Inject(WOORI) private readonly woori: WooriClient) {}

  @Post()
  @HttpCode(200)
  async find(@Ip() ip: string, @Body() input: { agreed?: unknown; deviceId?: unknown } = {}): Promise<LoanLimit> {
    const { agreed, deviceId = "" } = input;
    if (agreed !== true || typeof deviceId !== "string")
      throw new BadRequestException({ code: "INVALID_REQUEST", message: "네 가지 동의가 모두 있어야 합니다." });
    const { data, businessError } = await this.woori.getCreditLoanBasicInfo({
      dataHeader: { UTZPE_CNCT_IPAD: ip, UTZPE_CNCT_MCHR_UNQ_ID: deviceId },
      dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" },
    });
    if (businessError !== undefined)
      throw new UnprocessableEntityException({ code: "REFUSED_BY_BANK", message: businessError.message });
    const { LN_AVL_AM, ACCOUNT_LIST } = data.dataBody;
    return { limit: LN_AVL_AM, accounts: ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO) };
  }
}
