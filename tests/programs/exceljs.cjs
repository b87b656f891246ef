// A workbook opened and saved by ExcelJS: node exceljs.cjs <from> <to>
const { Workbook } = require("exceljs");

const [from, to] = process.argv.slice(2);
const book = new Workbook();
book.xlsx
  .readFile(from)
  .then(() => book.xlsx.writeFile(to))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
