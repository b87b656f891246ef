// The judge of metadata: libxml2, as lxml has it on the command line, so that its verdicts are the same.

const ELEMENT = 1;
const MOST = 100; // faults; of more it says one thing of the whole
const NO_NETWORK = 2048;
const WRONG = 2; // how bad an error is: a warning is 1
const AT = { type: 4, children: 12, parent: 20, next: 24 }; // where a node has what
const FAULT = { code: 4, level: 12, node: 48 };

async function startJudge(assets) {
  const { default: start } = await import(asScript(assets["libxml2raw.mjs"]));
  const xml = await start();
  const word = (where) => xml.HEAP32[where >> 2];
  const utf8 = xml._malloc(6);
  xml.stringToUTF8("UTF-8", utf8, 6);
  let faults = [];
  const onFault = xml.addFunction((_, fault) => {
    if (faults.length <= MOST) faults.push([word(fault + FAULT.code), word(fault + FAULT.node)]);
  }, "vii");
  let readable = true;
  const onError = xml.addFunction((_, error) => {
    if (word(error + FAULT.level) >= WRONG) readable = false;
  }, "vii");
  let schema = 0;

  function read(data) {
    const bytes = xml._malloc(data.length);
    xml.HEAPU8.set(data, bytes);
    const context = xml._xmlNewParserCtxt();
    xml._xmlCtxtSetErrorHandler(context, onError, 0);
    readable = true;
    const document = xml._xmlCtxtReadMemory(context, bytes, data.length, 0, utf8, NO_NETWORK);
    xml._xmlFreeParserCtxt(context);
    xml._free(bytes);
    return document;
  }

  // Which element of the document each is, from 0.
  function numbered(document) {
    const numbers = new Map();
    let node = word(document + AT.children);
    while (node && node !== document) {
      const element = word(node + AT.type) === ELEMENT;
      if (element) numbers.set(node, numbers.size);
      let after = element ? word(node + AT.children) : 0;
      while (!after && node !== document) {
        after = word(node + AT.next);
        if (!after) node = word(node + AT.parent);
      }
      node = after;
    }
    return numbers;
  }

  function judged(document) {
    faults = [];
    const context = xml._xmlSchemaNewValidCtxt(schema);
    xml._xmlSchemaSetValidStructuredErrors(context, onFault, 0);
    xml._xmlSchemaValidateDoc(context, document);
    xml._xmlSchemaFreeValidCtxt(context);
    if (faults.length > MOST) return [[0, 1]];
    const numbers = faults.length ? numbered(document) : undefined;
    return faults.map(([code, node]) => {
      const element = word(node + AT.type) === ELEMENT ? node : word(node + AT.parent);
      return [code, numbers.get(element)];
    });
  }

  // The faults of a document as JSON; null when it cannot be read.
  return (law, data) => {
    schema ||= xml._xmlSchemaParse(xml._xmlSchemaNewDocParserCtxt(read(law.toJs())));
    const document = read(data.toJs());
    const found = readable ? judged(document) : null;
    if (document) xml._xmlFreeDoc(document);
    return JSON.stringify(found);
  };
}
