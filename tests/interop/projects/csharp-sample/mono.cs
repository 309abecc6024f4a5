// What a sample in C# needs and Mono lacks: an entry point that is asynchronous, and System.Text.Json, of which this
// stand-in finds the first value of a key.
using System.Text.RegularExpressions;

public static class Mono
{
    public static void Main()
    {
        Sample.Main().GetAwaiter().GetResult();
    }
}

namespace System.Text.Json.Nodes
{
    public sealed class JsonNode
    {
        readonly string json;

        JsonNode(string json)
        {
            this.json = json;
        }

        public static JsonNode Parse(string json)
        {
            return new JsonNode(json);
        }

        public JsonNode this[string key]
        {
            get
            {
                var found = Regex.Match(json, "\"" + Regex.Escape(key) + "\"\\s*:\\s*(\\{.*|\"[^\"]*\")", RegexOptions.Singleline);
                return found.Success ? new JsonNode(found.Groups[1].Value.Trim('"')) : null;
            }
        }

        public override string ToString()
        {
            return json;
        }
    }
}
