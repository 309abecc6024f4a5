import { indentedBy, quoted, redirectComment, type SampleRequest } from "./sample-request.ts";

/** A request by .NET's HttpClient, in C# 7, which every compiler reads. */
export function csharpSample({ origin, method, path, headers, json, errorCode }: SampleRequest): string {
  const { "Content-Type": contentType = "application/json", ...others } = headers;
  const fields = Object.entries(others).map(
    ([name, value]) => `        request.Headers.Add(${quoted(name)}, ${quoted(value)});\n`,
  );
  const isGetWithBody = method === "GET" && json !== undefined;
  const code = errorCode.map((key) => `?[${quoted(key)}]`).join("");
  return `using System;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

public static class Sample
{
    ${redirectComment}
    static readonly HttpClient Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

    public static async Task Main()
    {
${isGetWithBody ? "        // .NET Framework에서는 본문이 있는 GET을 보낼 수 없으므로 HttpMethod.Post를 사용하십시오.\n" : ""}        var request = new HttpRequestMessage(HttpMethod.${capitalized(method)}, ${quoted(origin + path)});
${fields.join("")}${
    json === undefined
      ? ""
      : `        var body = @"${indentedBy("        ", json.replaceAll('"', '""')).trimStart()}";
        request.Content = new StringContent(body, Encoding.UTF8, ${quoted(contentType)});\n`
  }        var response = await Client.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{(int)response.StatusCode} {answer${code}}");
        Console.WriteLine(answer);
    }
}`;
}

function capitalized(method: string): string {
  return method.slice(0, 1) + method.slice(1).toLowerCase();
}
