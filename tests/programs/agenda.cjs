// node agenda.cjs FILE: the events of a calendar as ical.js, which Thunderbird uses, reads them.
const fs = require("fs");
const ical = require("ical.js");
const ICAL = ical.default ?? ical;

const agenda = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
const events = agenda.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    titel: event.summary,
    uitleg: event.description,
    begin: event.startDate.toString(),
    einde: event.endDate.toString(),
    dag: event.startDate.isDate,
    status: component.getFirstPropertyValue("status"),
  };
});
console.log(JSON.stringify(events));
