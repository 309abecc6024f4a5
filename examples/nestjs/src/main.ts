import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import type { NestExpressApplication } from "@nestjs/platform-express";
import { AppModule } from "./app.module.js";

const { HOST = "127.0.0.1", PORT = "3000" } = process.env;
const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: ["error", "warn"] });
app.disable("x-powered-by");
// SIGTERM을 받으면 받은 요청을 마치고 onApplicationShutdown을 호출합니다.
app.enableShutdownHooks();
await app.listen(Number(PORT), HOST);
console.log(await app.getUrl());
