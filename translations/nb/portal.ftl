# Forsiden, strømmene, personvern, og innlogging og oversikt for arrangører.
portal-front-title = Det som kommer
portal-front-intro = Her er konferansene, webinarene og samlingene som kommer. Velg et arrangement for å lese mer og melde deg på.
portal-filter-title = Finn arrangement
portal-filter-kind = Hva slags
portal-filter-all = Alle slag
portal-filter-search = Søk i tittel og omtale
portal-filter-button = Søk
portal-filter-clear = Vis alt som kommer
portal-kinds-conference = Konferanser
portal-kinds-webinar = Webinarer
portal-kinds-gathering = Samlinger
portal-kind-conference = Konferanse
portal-kind-webinar = Webinar
portal-kind-gathering = Samling
portal-count = { $count ->
    [one] Ett arrangement kommer
   *[other] { $count } arrangementer kommer
}
portal-found = { $count ->
    [one] Ett arrangement passer
   *[other] { $count } arrangementer passer
}
portal-none-coming = Det er ingen arrangementer på vei akkurat nå. Abonner på kalenderen, så ser du når det kommer noe nytt.
portal-none-found = Vi fant ingen kommende arrangementer som passer. Prøv færre ord, eller se alt som kommer.
portal-when = Når
portal-where = Hvor
portal-organiser = Arrangør
portal-sign-up = Påmelding
portal-online = På nett
portal-in-person = På stedet
portal-both = På stedet og på nett
portal-cancelled = Avlyst
portal-closed = Påmeldingen er stengt
portal-opens = Påmeldingen åpner { $when }
portal-full = Fulltegnet
portal-waiting-list = Fullt. Du kan sette deg på venteliste.
portal-places-left = { $left ->
    [one] 1 ledig plass
   *[other] { $left } ledige plasser
}
portal-open = Påmeldingen er åpen
portal-subscribe-title = Følg med
portal-subscribe-calendar = Abonner på kalenderen
portal-subscribe-feed = Abonner på nyhetsstrømmen (Atom)
portal-subscribe-text = Kopier adressen inn i kalenderprogrammet ditt, så kommer nye arrangementer dit av seg selv.
portal-organisers-link = For arrangører: logg inn
portal-calendar-name = Møteplass
portal-feed-title = Møteplass: det som kommer
portal-programme-out = Programmet for { $event } er ute
portal-programme-changed = Programmet for { $event } er endret (versjon { $version })

portal-privacy-title = Personvern
portal-privacy-intro = Møteplass tar vare på det som trengs for at du kan delta, og ikke mer. Arrangøren bestemmer hva du blir spurt om, og er behandlingsansvarlig.
portal-privacy-sign-up-title = Når du melder deg på
portal-privacy-sign-up = Vi lagrer navnet ditt, e-postadressen din, språket du velger, svarene dine og om du deltok. Det brukes til å holde av en plass til deg og til å sende deg bekreftelse, påminnelser og endringer. Ved hvert spørsmål står det hvorfor arrangøren spør.
portal-privacy-keep-title = Hvor lenge
portal-privacy-keep = Hvert spørsmål har sin egen slettefrist. Svar om mat og tilrettelegging har kort frist. Hver arrangør setter en grense for alt det andre, og den er aldri lengre enn to år etter arrangementet.
portal-privacy-who-title = Hvem som ser det
portal-privacy-who = De hos arrangøren som har en rolle som gir tilgang, og de som arrangementssiden nevner. Vi bruker ingen tjenester fra andre på sidene våre. Det eneste som går ut, er e-post til deg.
portal-privacy-public = Er arrangøren et offentlig organ, kan andre be om innsyn i deltakerlisten. Arrangøren avgjør da hva som kan vises.
portal-privacy-rights-title = Det du kan gjøre
portal-privacy-rights = I e-posten fra oss er det en personlig lenke. Der ser du alt som er lagret om deg, og du kan rette det, laste det ned, melde deg av og slette alt.
portal-privacy-complaint = Er du ikke fornøyd med svaret, kan du klage til Datatilsynet.
portal-privacy-organisers-title = Når du er arrangør
portal-privacy-organisers = Vi lagrer e-postadressen din, språket, rollene dine og når du logget inn. En innlogging varer i { $days } dager og slettes { $kept } dager etter det. Kontoen blir stående til organisasjonen fjerner den.
portal-privacy-cookies-title = Informasjonskapsler
portal-privacy-cookies = Vi bruker bare kapsler som sidene ikke kan virke uten. Derfor er det ikke noe å godta. De husker språket du valgte, verner skjemaer mot misbruk og holder arrangører innlogget. Ingen av dem følger deg til andre sider.
portal-privacy-logs-title = Logger
portal-privacy-logs = Loggene våre inneholder ikke navn, adresser eller svar.
portal-privacy-notices-title = Personvernerklæringene til arrangørene
portal-privacy-notice = Personvernerklæringen til { $organisation }

portal-accessibility-title = Tilgjengelighet
portal-accessibility-intro = Sidene skal kunne brukes av alle. Hver arrangør har en egen tilgjengelighetserklæring, og der står det hvordan du sier fra om noe ikke virker.
portal-accessibility-statement = Tilgjengelighetserklæringen til { $organisation }
portal-no-organisations = Ingen organisasjoner er lagt inn ennå.

portal-sign-in-title = Logg inn som arrangør
portal-sign-in-intro = Skriv e-postadressen din, så sender vi en lenke som logger deg inn. Du trenger ikke passord.
portal-sign-in-participant = Er du deltaker? Da trenger du ikke logge inn. Bruk lenken i e-posten du fikk da du meldte deg på.
portal-sign-in-email = E-post
portal-sign-in-button = Send meg lenken
portal-sign-in-email-wrong = E-postadressen må inneholde @, for eksempel kari@kommune.no
portal-sign-in-error-heading = For å logge inn må du rette dette:
portal-signed-out = Du er logget ut.
portal-signed-out-everywhere = Du er logget ut overalt. I andre nettlesere kan det ta inntil { $minutes } minutter.

portal-sent-title = Se i e-posten din
portal-sent-text = Hvis adressen har en konto her, har vi sendt en lenke dit. Den virker én gang, i { $minutes } minutter.
portal-sent-nothing = Fikk du ingenting? Se i søppelposten, og se om du skrev riktig adresse. Vi sender høyst { $count } lenker i timen til samme adresse. Spør ellers den som styrer kontoene hos dere.
portal-sent-again = Skriv adressen på nytt
portal-sent-mailbox = Se brevene i postkassen

portal-enter-title = Logg inn
portal-enter-text = Trykk på knappen for å logge inn i denne nettleseren.
portal-enter-button = Logg inn
portal-spent-title = Lenken virker ikke lenger
portal-spent-text = En lenke virker bare én gang, og bare en stund. Få en ny på e-post.
portal-spent-again = Få en ny lenke

portal-overview-title = Arrangementene deres
portal-overview-roles = Rollene dine
portal-overview-role = { $organisation }: { $role }
portal-overview-no-roles = Kontoen din har ingen rolle nå. Spør den som styrer kontoene hos dere.
portal-overview-none = Organisasjonene deres har ingen arrangementer ennå.
portal-overview-coming = Det som kommer
portal-overview-past = Det som har vært
portal-overview-event = Arrangement
portal-overview-when = Når
portal-overview-state = Status
portal-overview-taken = Opptatte plasser
portal-overview-taken-of = { $taken } av { $capacity }
portal-overview-waiting = På venteliste
portal-overview-links = Videre
portal-overview-unknown = –
portal-overview-over = Avsluttet
portal-overview-co-organised = Dere er medarrangør og ser tall, ikke navn.
portal-overview-registrations = Påmeldinger
portal-overview-letters = Brev
portal-overview-conference = Planlegging
portal-overview-gathering = Hvem mangler?
portal-overview-webinar = Oppmøte og lenker
portal-overview-of = { $what } for { $event }
portal-overview-sign-out = Logg ut
portal-overview-sign-out-everywhere = Logg ut overalt
portal-role-owner = eier
portal-role-editor = redaktør
portal-role-reader = ser deltakerlisten
portal-role-numbers = ser bare tall
