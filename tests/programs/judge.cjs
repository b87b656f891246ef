// What the judge of kaderxl.html says of documents, as JSON on stdout:
//   node judge.cjs <judge.js> <libxml2raw.mjs> <schema> <documents in base64, as JSON>
const fs = require("node:fs");
const { pathToFileURL } = require("node:url");

const [script, libxml2, schema, documents] = process.argv.slice(2);
const startJudge = new Function("asScript", `${fs.readFileSync(script, "utf8")}; return startJudge;`)(String);
const given = (bytes) => ({ toJs: () => bytes });

startJudge({ "libxml2raw.mjs": pathToFileURL(libxml2) }).then((judge) => {
  const law = given(fs.readFileSync(schema));
  const all = JSON.parse(fs.readFileSync(documents, "utf8"));
  const said = all.map((data) => JSON.parse(judge(law, given(Buffer.from(data, "base64")))));
  console.log(JSON.stringify(said));
});
