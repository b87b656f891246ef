// node msg.cjs FILE SHEET SENDER: an Outlook message as the mail program Tuta exports one.
const fs = require("fs");
const path = require("path");
const { Attachment, Email, MessageEditorFormat } = require("@tutao/oxmsg");

const [doel, blad, afzender] = process.argv.slice(2);
const mail = new Email(false, false);
mail
  .subject("Invulblad terug")
  .bodyText("Hierbij ons invulblad.")
  .bodyFormat(MessageEditorFormat.EDITOR_FORMAT_PLAINTEXT)
  .sender(afzender, "Fictieve partij")
  .to("wonen@gemeente.example")
  .sentOn(new Date("2027-02-03T11:00:00Z"))
  .headers(`From: <${afzender}>\r\nMessage-ID: <fictief-1@partij.example>\r\n`)
  .attach(new Attachment(new Uint8Array(fs.readFileSync(blad)), path.basename(blad)));
fs.writeFileSync(doel, Buffer.from(mail.msg()));
