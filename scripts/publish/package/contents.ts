import { manifest } from "../../lib/manifest.ts";
import { packageManifest } from "./manifest.ts";
import { bundledPackages } from "./notices.ts";
import { bundleTools } from "./tools.ts";

/** What comes with the published package. */
export interface PackageContents {
  name: string;
  version: string;
  description: string;
  license: string;
  /** The names of its runtime dependencies. */
  dependencies: string[];
  /** The packages whose code stands in its files. */
  bundled: { name: string; version: string }[];
}

/** Bundles the package's tools, without writing them, to tell what `npm run package` would publish. */
export async function packageContents(): Promise<PackageContents> {
  const { name, version, description, license } = manifest();
  const { metafile } = await bundleTools();
  return {
    name,
    version,
    description,
    license,
    dependencies: Object.keys(packageManifest().dependencies),
    bundled: bundledPackages(metafile),
  };
}
