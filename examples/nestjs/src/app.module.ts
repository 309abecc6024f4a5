import { Module } from "@nestjs/common";
import { APP_FILTER } from "@nestjs/core";
import { LoanController } from "./loan.controller.js";
import { WooriErrorFilter } from "./woori-error.filter.js";
import { WooriModule } from "./woori.module.js";

@Module({
  imports: [WooriModule],
  controllers: [LoanController],
  providers: [{ provide: APP_FILTER, useClass: WooriErrorFilter }],
})
export class AppModule {}
