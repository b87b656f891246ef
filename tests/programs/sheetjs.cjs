// A workbook opened and saved by SheetJS: node sheetjs.cjs <from> <to> <bookType>
const xlsx = require("xlsx");

const [from, to, bookType] = process.argv.slice(2);
xlsx.writeFile(xlsx.readFile(from), to, { bookType });
