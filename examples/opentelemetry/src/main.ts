import { trace } from "@opentelemetry/api";
import { BasicTracerProvider, ConsoleSpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { createWooriClient, WooriError } from "woori-openapi";
import { wooriOptions } from "./options.ts";
import { traceHooks } from "./trace-hooks.ts";

// 이 예제는 스팬을 화면에 표시합니다. 운영에서는 OTLP 내보내기로 바꿉니다.
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] });
trace.setGlobalTracerProvider(provider);
const woori = createWooriClient({ ...wooriOptions(process.env), ...traceHooks(trace.getTracer("woori")) });

// 정상 응답, 샌드박스에 지정한 오류 코드, 보내기 전에 거부되는 값의 순서로 호출합니다.
for (const deviceId of ["3B5E6E7B", "SANDBOX-SYSCD01002", "너무 긴 값".repeat(100)]) {
  try {
    const { businessError } = await woori.getCreditLoanBasicInfo({
      dataHeader: { UTZPE_CNCT_MCHR_UNQ_ID: deviceId },
      dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" },
    });
    if (businessError !== undefined) console.error("업무 오류입니다.");
  } catch (error) {
    if (!(error instanceof WooriError)) throw error; // 스팬에 이미 있습니다.
  }
}
woori.close();
await provider.shutdown();
