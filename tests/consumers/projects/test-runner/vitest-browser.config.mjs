// The build for browsers, which a front end's tests take where Vite resolves the dependency.
export default {
  ssr: { resolve: { conditions: ["browser"] } },
  resolve: { conditions: ["browser"] },
  test: { server: { deps: { inline: ["woori-openapi"] } } },
};
