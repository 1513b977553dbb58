// Which of the made-up events fit what is tried.

/** Webinars by what is special about them, and the conference, with their questions. */
export async function findEvents(house) {
  const listed = await house.json('/api/v1/events');
  const events = await Promise.all(listed.map(async ({ slug }) => house.json(`/api/v1/events/${slug}`)));
  const open = events.filter(({ kind, signup }) => kind === 'webinar' && signup.open);
  const room = ({ signup }) => signup.places_left ?? Infinity;
  const asksMunicipality = ({ questions }) => questions.some(({ type }) => type === 'municipality');
  const only = (what, found) => {
    if (!found) throw new Error(`no made-up event ${what}: ${JSON.stringify(events.map(({ slug, signup }) => [slug, signup]))}`);
    return found;
  };
  return {
    all: events,
    /** Room for everybody who comes by in a test, in Norway. */
    roomy: only('has room and asks for the municipality', open.filter(asksMunicipality).findLast((event) => room(event) > 20 && event.timezone === 'Europe/Oslo')),
    nearlyFull: only('is nearly full', open.find((event) => room(event) > 0 && room(event) <= 3)),
    full: only('has a waiting list', open.find((event) => room(event) === 0 && event.signup.waiting_list)),
    conference: only('is a conference', events.find(({ kind }) => kind === 'conference')),
    gathering: only('is a gathering', events.find(({ kind }) => kind === 'gathering')),
    /** The slug of one that is over, with a recording, with who came, and with what they thought. */
    over: 'gardsdrift-og-gatefest',
    /** The slug of one that begins soon, in a room that is made for it. */
    inARoom: 'rom-for-nye-idear',
    conditional: open.find(({ questions }) => questions.some((question) => question.only_if)),
  };
}
