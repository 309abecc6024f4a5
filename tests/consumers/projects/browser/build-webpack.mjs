// Builds the app by webpack's own settings for production, and prints what webpack complains of.
import { copyFileSync } from "node:fs";
import webpack from "webpack";

const [, , entry] = process.argv;
const output = { module: true, filename: "main.mjs", clean: true };
webpack({ mode: "production", entry: `./${entry}`, output, experiments: { outputModule: true } }, (error, stats) => {
  if (error !== null) throw error;
  const { errors, warnings } = stats.toJson("errors-warnings");
  console.log(JSON.stringify([...errors, ...warnings].map(({ message }) => message)));
  copyFileSync("index.html", "dist/index.html");
});
