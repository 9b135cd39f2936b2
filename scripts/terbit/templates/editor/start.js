// The editor goes by the browser's language; here it is Indonesian whatever the browser speaks,
// until somebody chooses English in the editor's settings.
for (const [name, told] of [["language", "id"], ["languages", ["id"]]]) {
  Object.defineProperty(navigator, name, {value: told});
}
try {
  // words that an earlier visit kept may be older than those beside this page
  localStorage.removeItem("sveltia-cms.locale");
} catch {
  // a browser without storage keeps none
}
