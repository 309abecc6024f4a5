import { indentedBy, quoted, type SampleRequest } from "./sample-request.ts";

/** A request by java.net.http (Java 11), its body in a text block (Java 15). Java has no JSON of its own. */
export function javaSample({ origin, method, path, headers, json, errorCode }: SampleRequest): string {
  const fields = Object.entries(headers).map(
    ([name, value]) => `            .header(${quoted(name)}, ${quoted(value)})\n`,
  );
  const body =
    json === undefined
      ? ""
      : `        String body = """
${indentedBy("            ", json.replaceAll("\\", "\\\\"))}
            """;
`;
  const publisher = json === undefined ? "noBody()" : "ofString(body)";
  return `import java.net.URI;
import java.net.http.*;
import java.time.Duration;
import java.util.regex.*;

public class Sample {
    public static void main(String[] args) throws Exception {
${body}        HttpRequest request = HttpRequest.newBuilder(URI.create(${quoted(origin + path)}))
            .timeout(Duration.ofSeconds(10))
${fields.join("")}            .method("${method}", HttpRequest.BodyPublishers.${publisher})
            .build();
        HttpResponse<String> response =
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        // JSON 라이브러리를 사용하는 프로젝트에서는 ${errorCode.join(".")} 필드를 읽습니다.
        Matcher code = Pattern.compile(${quoted(codePattern(errorCode))}).matcher(response.body());
        if (response.statusCode() / 100 != 2)
            throw new IllegalStateException(response.statusCode() + " " + (code.find() ? code.group(1) : ""));
        System.out.println(response.body());
    }
}`;
}

/** The same in Kotlin. A raw string has no escapes, but takes \`$\` for a variable: JSON escapes it. */
export function kotlinSample({ origin, method, path, headers, json, errorCode }: SampleRequest): string {
  const fields = Object.entries(headers).map(
    ([name, value]) => `        .header(${kotlinQuoted(name)}, ${kotlinQuoted(value)})\n`,
  );
  const body =
    json === undefined
      ? ""
      : `    val body = """
${indentedBy("        ", json.replaceAll("$", "\\u0024"))}
    """.trimIndent()
`;
  const publisher = json === undefined ? "noBody()" : "ofString(body)";
  return `import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration

fun main() {
${body}    val request = HttpRequest.newBuilder(URI.create(${kotlinQuoted(origin + path)}))
        .timeout(Duration.ofSeconds(10))
${fields.join("")}        .method("${method}", HttpRequest.BodyPublishers.${publisher})
        .build()
    val response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())
    // JSON 라이브러리를 사용하는 프로젝트에서는 ${errorCode.join(".")} 필드를 읽습니다.
    val code = Regex("""${codePattern(errorCode)}""").find(response.body())?.groupValues?.get(1)
    if (response.statusCode() / 100 != 2) error("\${response.statusCode()} $code")
    println(response.body())
}`;
}

/** A regular expression whose first group is the error code in a JSON answer. */
function codePattern(errorCode: readonly string[]): string {
  return `"${errorCode.at(-1) ?? ""}"\\s*:\\s*"(\\w+)"`;
}

function kotlinQuoted(text: string): string {
  return quoted(text).replaceAll("$", "\\$").replaceAll("\\f", "\\u000c");
}
