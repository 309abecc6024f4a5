// Prints what publint and "Are the types wrong?" say of a tarball, as JSON.
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";

const tarball = new Uint8Array(readFileSync(argv[2]));
const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true, level: "suggestion" });
const { types, problems } = await checkPackage(createPackageFromTarballData(tarball));
console.log(JSON.stringify({ messages, types, problems }));
