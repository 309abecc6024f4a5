// The shape of a Nest application: CommonJS, a provider for the client, and a service that takes it by its constructor.
import * as woori from "woori-openapi";
import { requestExamples } from "woori-openapi/fixtures";
import { makeCalls } from "./calls.mjs";

const Injectable = (): ClassDecorator => () => {};
const Inject =
  (_token: symbol): ParameterDecorator =>
  () => {};

const WOORI = Symbol("woori");
export const provider = {
  provide: WOORI,
  useFactory: (options: woori.WooriClientOptions): woori.WooriClient => woori.createWooriClient(options),
};

@Injectable()
export class LoanService {
  constructor(@Inject(WOORI) private readonly client: woori.WooriClient) {}

  async limit(): Promise<string | undefined> {
    const { dataBody } = requestExamples.getCreditLoanBasicInfo.sample;
    const { data } = await this.client.getCreditLoanBasicInfo({ dataBody });
    return data?.dataBody.LN_AVL_AM;
  }
}

void makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, process.argv[2] ?? "").then((outcome) =>
  console.log(JSON.stringify(outcome)),
);
