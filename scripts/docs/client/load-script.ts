const loaded = new Map<string, Promise<void>>();

/** Runs a script file of the site once. A page from a disk can read no file in another way. */
export function loadScript(file: string): Promise<void> {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const loading = new Promise<void>((done, failed) => {
    const script = document.createElement("script");
    script.src = file;
    script.addEventListener("load", () => done());
    script.addEventListener("error", () => {
      loaded.delete(file);
      script.remove();
      failed(new Error(file));
    });
    document.head.append(script);
  });
  loaded.set(file, loading);
  return loading;
}
