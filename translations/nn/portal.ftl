# Framsida, straumane, personvern, og innlogging og oversyn for arrangørar.
portal-front-title = Det som kjem
portal-front-intro = Her er konferansane, webinara og samlingane som kjem. Vel eit arrangement for å lese meir og melde deg på.
portal-filter-title = Finn arrangement
portal-filter-kind = Kva slag
portal-filter-all = Alle slag
portal-filter-search = Søk i tittel og omtale
portal-filter-button = Søk
portal-filter-clear = Vis alt som kjem
portal-kinds-conference = Konferansar
portal-kinds-webinar = Webinar
portal-kinds-gathering = Samlingar
portal-kind-conference = Konferanse
portal-kind-webinar = Webinar
portal-kind-gathering = Samling
portal-count = { $count ->
    [one] Eitt arrangement kjem
   *[other] { $count } arrangement kjem
}
portal-found = { $count ->
    [one] Eitt arrangement passar
   *[other] { $count } arrangement passar
}
portal-none-coming = Det er ingen arrangement på veg akkurat no. Abonner på kalenderen, så ser du når det kjem noko nytt.
portal-none-found = Vi fann ingen komande arrangement som passar. Prøv færre ord, eller sjå alt som kjem.
portal-when = Når
portal-where = Kvar
portal-organiser = Arrangør
portal-sign-up = Påmelding
portal-online = På nett
portal-in-person = På staden
portal-both = På staden og på nett
portal-cancelled = Avlyst
portal-closed = Påmeldinga er stengd
portal-opens = Påmeldinga opnar { $when }
portal-full = Fullteikna
portal-waiting-list = Fullt. Du kan setje deg på venteliste.
portal-places-left = { $left ->
    [one] 1 ledig plass
   *[other] { $left } ledige plassar
}
portal-open = Påmeldinga er open
portal-subscribe-title = Følg med
portal-subscribe-calendar = Abonner på kalenderen
portal-subscribe-feed = Abonner på nyheitsstraumen (Atom)
portal-subscribe-text = Kopier adressa inn i kalenderprogrammet ditt, så kjem nye arrangement dit av seg sjølve.
portal-organisers-link = For arrangørar: logg inn
portal-calendar-name = Møteplass
portal-feed-title = Møteplass: det som kjem
portal-programme-out = Programmet for { $event } er ute
portal-programme-changed = Programmet for { $event } er endra (versjon { $version })

portal-privacy-title = Personvern
portal-privacy-intro = Møteplass tek vare på det som trengst for at du kan delta, og ikkje meir. Arrangøren bestemmer kva du blir spurd om, og er behandlingsansvarleg.
portal-privacy-sign-up-title = Når du melder deg på
portal-privacy-sign-up = Vi lagrar namnet ditt, e-postadressa di, språket du vel, svara dine og om du deltok. Det blir brukt til å halde av ein plass til deg og til å sende deg stadfesting, påminningar og endringar. Ved kvart spørsmål står det kvifor arrangøren spør.
portal-privacy-keep-title = Kor lenge
portal-privacy-keep = Kvart spørsmål har si eiga slettefrist. Svar om mat og tilrettelegging har kort frist. Kvar arrangør set ei grense for alt det andre, og ho er aldri lengre enn to år etter arrangementet.
portal-privacy-who-title = Kven som ser det
portal-privacy-who = Dei hos arrangøren som har ei rolle som gir tilgang, og dei som arrangementssida nemner. Vi brukar ingen tenester frå andre på sidene våre. Det einaste som går ut, er e-post til deg.
portal-privacy-public = Er arrangøren eit offentleg organ, kan andre be om innsyn i deltakarlista. Arrangøren avgjer då kva som kan visast.
portal-privacy-rights-title = Det du kan gjere
portal-privacy-rights = I e-posten frå oss er det ei personleg lenkje. Der ser du alt som er lagra om deg, og du kan rette det, laste det ned, melde deg av og slette alt.
portal-privacy-complaint = Er du ikkje nøgd med svaret, kan du klage til Datatilsynet.
portal-privacy-organisers-title = Når du er arrangør
portal-privacy-organisers = Vi lagrar e-postadressa di, språket, rollene dine og når du logga inn. Ei innlogging varer i { $days } dagar og blir sletta { $kept } dagar etter det. Kontoen blir ståande til organisasjonen fjernar han.
portal-privacy-cookies-title = Informasjonskapslar
portal-privacy-cookies = Vi brukar berre kapslar som sidene ikkje kan verke utan. Difor er det ikkje noko å godta. Dei hugsar språket du valde, vernar skjema mot misbruk og held arrangørar innlogga. Ingen av dei følgjer deg til andre sider.
portal-privacy-logs-title = Loggar
portal-privacy-logs = Loggane våre inneheld ikkje namn, adresser eller svar.
portal-privacy-notices-title = Personvernerklæringane til arrangørane
portal-privacy-notice = Personvernerklæringa til { $organisation }

portal-accessibility-title = Tilgjenge
portal-accessibility-intro = Sidene skal kunne brukast av alle. Kvar arrangør har ei eiga tilgjengelegheitserklæring, og der står det korleis du seier frå om noko ikkje verkar.
portal-accessibility-statement = Tilgjengelegheitserklæringa til { $organisation }
portal-no-organisations = Ingen organisasjonar er lagde inn enno.

portal-sign-in-title = Logg inn som arrangør
portal-sign-in-intro = Skriv e-postadressa di, så sender vi ei lenkje som loggar deg inn. Du treng ikkje passord.
portal-sign-in-participant = Er du deltakar? Då treng du ikkje logge inn. Bruk lenkja i e-posten du fekk då du melde deg på.
portal-sign-in-email = E-post
portal-sign-in-button = Send meg lenkja
portal-sign-in-email-wrong = E-postadressa må innehalde @, til dømes kari@kommune.no
portal-sign-in-error-heading = For å logge inn må du rette dette:
portal-signed-out = Du er logga ut.
portal-signed-out-everywhere = Du er logga ut overalt. I andre nettlesarar kan det ta inntil { $minutes } minutt.

portal-sent-title = Sjå i e-posten din
portal-sent-text = Dersom adressa har ein konto her, har vi sendt ei lenkje dit. Ho verkar éin gong, i { $minutes } minutt.
portal-sent-nothing = Fekk du ingenting? Sjå i søppelposten, og sjå om du skreiv rett adresse. Vi sender høgst { $count } lenkjer i timen til same adresse. Spør elles den som styrer kontoane hos dykk.
portal-sent-again = Skriv adressa på nytt
portal-sent-mailbox = Sjå breva i postkassa

portal-enter-title = Logg inn
portal-enter-text = Trykk på knappen for å logge inn i denne nettlesaren.
portal-enter-button = Logg inn
portal-spent-title = Lenkja verkar ikkje lenger
portal-spent-text = Ei lenkje verkar berre éin gong, og berre ei stund. Få ei ny på e-post.
portal-spent-again = Få ei ny lenkje

portal-overview-title = Arrangementa dykkar
portal-overview-roles = Rollene dine
portal-overview-role = { $organisation }: { $role }
portal-overview-no-roles = Kontoen din har inga rolle no. Spør den som styrer kontoane hos dykk.
portal-overview-none = Organisasjonane dykkar har ingen arrangement enno.
portal-overview-coming = Det som kjem
portal-overview-past = Det som har vore
portal-overview-event = Arrangement
portal-overview-when = Når
portal-overview-state = Status
portal-overview-taken = Opptekne plassar
portal-overview-taken-of = { $taken } av { $capacity }
portal-overview-waiting = På venteliste
portal-overview-links = Vidare
portal-overview-unknown = –
portal-overview-over = Avslutta
portal-overview-co-organised = De er medarrangør og ser tal, ikkje namn.
portal-overview-registrations = Påmeldingar
portal-overview-letters = Brev
portal-overview-conference = Planlegging
portal-overview-gathering = Kven manglar?
portal-overview-webinar = Frammøte og lenkjer
portal-overview-of = { $what } for { $event }
portal-overview-sign-out = Logg ut
portal-overview-sign-out-everywhere = Logg ut overalt
portal-role-owner = eigar
portal-role-editor = redaktør
portal-role-reader = ser deltakarlista
portal-role-numbers = ser berre tal
