# Sider om samlinger: den åpne siden, siden til delegasjonen, og siden til arrangøren.

# Den åpne siden
gathering-when = Når
gathering-where = Hvor
gathering-online = På nett
gathering-network = Nettverk
gathering-network-follow = Meld meg på alle samlingene
gathering-network-follow-text = Meld deg på én gang, så er du med på alle samlingene for hele nettverket, også dem som kommer senere, så langt det er plass. Medlemmene har fortsatt plassene som er holdt av til dem. Passer det ikke en gang, sier du «ikke denne gangen» med ett trykk.
gathering-network-ahead = Samlinger som kommer
gathering-network-past = Samlinger som har vært
gathering-network-none = Ingen samlinger er satt nå.
gathering-network-one = Meld meg bare på denne samlingen
gathering-price = Pris
gathering-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangører
}
gathering-deadline = Påmeldingsfrist
gathering-about = Om samlingen
gathering-choices = Når du melder deg på, kan du også velge
gathering-questions = Spørsmål?
gathering-ask = Spør { $name }:
gathering-members = Medlemmer i nettverket
gathering-members-text = Hvert medlem har plasser som er holdt av. Kontaktpersonen har fått en lenke der deltakerne meldes på.
gathering-members-release = Plasser uten navn blir ledige for alle { $date }.
gathering-sign-up = Meld meg på
gathering-wait = Sett meg på venteliste
gathering-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plasser
}
gathering-full = Samlingen er fulltegnet.
gathering-full-with-list = { $waiting ->
    [0] Samlingen er fulltegnet, men du kan sette deg på venteliste.
    [one] Samlingen er fulltegnet, men du kan sette deg på venteliste. Der står det 1 nå.
   *[other] Samlingen er fulltegnet, men du kan sette deg på venteliste. Der står det { $waiting } nå.
}
gathering-early = Påmeldingen åpner { $when }.
gathering-closed = Påmeldingen er stengt. Spør arrangøren om det er plass.
gathering-now = Samlingen er i gang, og påmeldingen er stengt.
gathering-over = Samlingen er over.
gathering-cancelled = Samlingen er avlyst.
gathering-calendar = Legg i kalenderen
gathering-to-page = Til siden om samlingen

# Roller og språk
gathering-role = Rolle
gathering-role-elected = Folkevalgt
gathering-role-leadership = Ledelse
gathering-role-professional = Fagperson
gathering-role-other = Andre
gathering-language = Språk i brevene

# Siden til delegasjonen
gathering-delegation-title = Delegasjonen fra { $member }
gathering-delegation-over = Samlingen er i gang eller over, eller den er avlyst. Her kan ingenting endres lenger.
gathering-delegation-declined = Dere har sagt nei til å delta. Kontakt arrangøren om dere vil være med likevel.
gathering-delegation-complete = Alle plassene deres har navn. Takk!
gathering-delegation-left = { $left ->
    [one] 1 av { $seats } plasser har ikke navn ennå.
   *[other] { $left } av { $seats } plasser har ikke navn ennå.
}
gathering-delegation-before = Meld på de som skal delta, innen { $when }.
gathering-delegation-release = Plasser uten navn blir ledige for alle { $date }.
gathering-refused = Disse fikk ikke plass. Meld på noen andre, eller kontakt arrangøren:
gathering-people = De som skal delta
gathering-people-none = Ingen er meldt på ennå.
gathering-people-private = Hver deltaker får et eget brev og svarer selv på spørsmål om mat og tilrettelegging. De svarene ser ikke dere.
gathering-history = Tidligere navn
gathering-seat-named = Vi melder på
gathering-seat-invited = Har fått brev
gathering-seat-answered = Har svart
gathering-seat-left = Meldt av
gathering-seat-full = Fikk ikke plass: fullt
gathering-seat-elsewhere = Fikk ikke plassen: kontakt arrangøren
gathering-seat-too-late = Fikk ikke plass: for sent
gathering-replace = Bytt ut
gathering-clear = Meld av
gathering-mix = Hvem som bør være med
gathering-mix-advice = Vi anbefaler at delegasjonen er satt sammen slik:
gathering-mix-duty = Delegasjonen må være satt sammen slik:
gathering-mix-named = { $named } med navn
gathering-mix-most = høyst { $most }
gathering-mix-lacks = Mangler { $lacks }
gathering-name-heading = Meld på en deltaker
gathering-name-text = Fyll inn det dere vet nå, én person om gangen. Resten kan dere melde på senere.
gathering-replace-heading = Bytt ut { $name }
gathering-replace-text = Den som byttes ut, får brev om at plassen er gitt videre. Den nye får invitasjon.
gathering-replace-not = Ikke bytt ut likevel
gathering-name = Navn
gathering-email = E-post
gathering-name-send = Meld på
gathering-name-missing = Skriv inn navnet
gathering-email-wrong = E-postadressen må inneholde @, for eksempel kari@kommune.no
gathering-role-missing = Velg en rolle
gathering-no-seat-full = Alle plassene har navn. Be om flere, eller bytt ut noen.
gathering-no-seat-role = Det er ikke flere plasser i denne rollen. Velg en annen rolle.
gathering-no-seat-kept = Plassene som er igjen, er holdt av til { $role }.
gathering-no-seat-twice = Denne adressen er allerede meldt på hos dere.
gathering-no-seat-declined = Dere har sagt nei til å delta.
gathering-no-seat-late = Det er for sent å endre noe her.
gathering-no-such-seat = Personen er allerede meldt av.
gathering-released = Plassene som ikke hadde navn, er ledige for alle nå. Flere kan melde seg på på den åpne siden.
gathering-extra-heading = Trenger dere flere plasser?
gathering-extra = Hvor mange flere?
gathering-extra-hint = Fra 1 til { $most }. Arrangøren svarer.
gathering-extra-reason = Hvorfor?
gathering-extra-send = Be om flere plasser
gathering-extra-wrong = Skriv et tall som er lov
gathering-extra-asked = { $seats ->
    [one] Dere har bedt om 1 plass til. Arrangøren har ikke svart ennå.
   *[other] Dere har bedt om { $seats } plasser til. Arrangøren har ikke svart ennå.
}
gathering-holders = De som kan melde på
gathering-holder-contact = kontaktperson
gathering-holder-deputy = vara
gathering-holder-you = deg
gathering-deputy-text = Gi ikke lenken din videre: den er bare til deg. Skal noen andre hjelpe til, får de en egen lenke herfra.
gathering-deputy-name = Navnet til vara
gathering-deputy-email = E-posten til vara
gathering-deputy-send = Send lenke
gathering-deputy-not = Denne adressen har lenke allerede, eller dere har så mange vara som er lov.
gathering-deputy-remove = Ta lenken tilbake
gathering-decline-heading = Kan dere ikke delta?
gathering-decline-text = Sier dere nei, blir alle som er meldt på, meldt av, og plassene blir ledige for andre.
gathering-decline-box = Ja, vi sier nei til å delta
gathering-decline-sure = Kryss av for at dere sier nei til å delta
gathering-decline-send = Si nei til å delta
gathering-done-namn = Vi melder på personen, som får brev. Går det ikke, ser dere det her.
gathering-done-bytt = Vi bytter ut personen. Begge får brev. Går det ikke, ser dere det her.
gathering-done-meld-av = Personen er meldt av og får brev.
gathering-done-fleire = Arrangøren har fått spørsmålet om flere plasser.
gathering-done-vara = Vara får lenken sin på e-post.
gathering-done-vara-bort = Lenken er tatt tilbake og virker ikke lenger.
gathering-done-avslag = Dere har sagt nei til å delta. Takk for at dere sa fra.
gathering-link-unknown = Lenken virker ikke
gathering-link-unknown-text = Den kan være feil eller byttet ut, eller samlingen er over. Bruk lenken i det siste brevet dere fikk, eller spør arrangøren.

# Til arrangøren
gathering-missing-title = Hvem mangler?
gathering-missing-nobody = Ingen her.
gathering-organiser-back = Arrangementer
gathering-organiser-sign-ups = Påmeldinger
gathering-organiser-letters = Brev
gathering-organiser-public = Åpen side
gathering-answer-before = Navn innen
gathering-release = Plasser uten navn blir ledige
gathering-release-done = gjort
gathering-seats = Plasser
gathering-seats-named = { $named } av { $seats } har navn
gathering-standings = Hvor medlemmene står
gathering-standing = Status
gathering-standing-not_invited = Ikke inviterte
gathering-standing-invited = Inviterte
gathering-standing-opened = Har åpnet lenken
gathering-standing-partly_named = Noen navn
gathering-standing-complete = Alle navn
gathering-not-member = Ikke medlem den dagen
gathering-standing-declined = Har sagt nei
gathering-invite = { $count ->
    [one] Inviter 1 medlem
   *[other] Inviter { $count } medlemmer
}
gathering-remind = { $count ->
    [one] Minn om navn: 1 medlem
   *[other] Minn om navn: { $count } medlemmer
}
gathering-member = Medlem
gathering-municipalities = Kommuner
gathering-contact = Kontaktperson
gathering-contact-none = Ingen kontakt
gathering-written = Invitert
gathering-reminded = påmint { $date }
gathering-act = Gjør noe
gathering-extra-wanted = { $seats ->
    [one] Vil ha 1 plass til
   *[other] Vil ha { $seats } plasser til
}
gathering-grant = Gi plassene
gathering-renew = Send ny lenke
gathering-decline-for = Si nei for dem
gathering-decline-for-heading = Si nei for { $member }?
gathering-decline-for-text = { $named ->
    [0] Ingen er meldt på derfra. Plassene blir ledige for andre.
    [one] 1 person som er meldt på, blir meldt av og får brev, og plassene blir ledige for andre.
   *[other] { $named } personer som er meldt på, blir meldt av og får brev, og plassene blir ledige for andre.
}
gathering-decline-for-sure = Ja, si nei for dem
gathering-decline-for-not = Ikke si nei likevel
gathering-come-for = De kommer likevel
gathering-acted-innbydd = { $count ->
    [one] 1 medlem får invitasjon.
   *[other] { $count } medlemmer får invitasjon.
}
gathering-acted-purra = { $count ->
    [one] 1 medlem får påminnelse.
   *[other] { $count } medlemmer får påminnelse.
}
gathering-acted-avslag = { $count ->
    [one] Medlemmet er meldt av.
   *[other] { $count } medlemmer er meldt av.
}
gathering-acted-likevel = Medlemmet er med igjen, med de plassene som er ledige. De som var meldt på, må meldes på på nytt.
gathering-acted-fleire = { $count ->
    [one] 1 plass til er gitt.
   *[other] { $count } plasser til er gitt.
}
gathering-acted-lenkje = Kontaktpersonen får en ny lenke. Den gamle virker ikke lenger.
gathering-members-download = Last ned medlemmene som CSV

# Hvem deltok
gathering-coverage-title = Hvem deltok
gathering-coverage-from = Fra og med
gathering-coverage-to = Til og med
gathering-coverage-date-wrong = Skriv en dato, for eksempel 2027-04-27
gathering-coverage-phase = Programfase
gathering-coverage-phase-any = Alle faser
gathering-coverage-gathering = Samling
gathering-coverage-gathering-any = Alle samlinger som har vært
gathering-coverage-show = Vis
gathering-coverage-nothing = Ingen samlinger har vært i denne tiden.
gathering-coverage-whole = I alt
gathering-coverage-took-of = { $took } av { $of }
gathering-coverage-own = { $count ->
    [one] Fra 1 av dem vet vi at noen kom derfra.
   *[other] Fra { $count } av dem vet vi at noen kom derfra.
}
gathering-coverage-people = Deltakere
gathering-coverage-others-are = { $count ->
    [one] av dem 1 uten delegasjon
   *[other] av dem { $count } uten delegasjon
}
gathering-coverage-counted = Den som hadde plass da samlingen begynte, er regnet som påmeldt. Er det notert hvem som møtte, teller bare de. Medlemmene er de som var i nettverket den dagen samlingen var, og kommuner er vist slik de er etter sammenslåinger. Tallene står når navnene er slettet.
gathering-coverage-xlsx = Last ned alt som Excel-fil
gathering-coverage-csv = Last ned som CSV: { $table }
gathering-coverage-file-samlingar = samlinger
gathering-coverage-file-medlemmer = medlemmer
gathering-coverage-file-kommunar = kommuner
gathering-coverage-file-fylke = fylker
gathering-coverage-gatherings = Samlinger
gathering-coverage-members = Medlemmer
gathering-coverage-counties = Fylker
gathering-coverage-date = Dato
gathering-coverage-basis = Tallgrunnlag
gathering-coverage-came = Møtte
gathering-coverage-signed_up = Påmeldte
gathering-coverage-so_far = Påmeldte så langt
gathering-coverage-first = Første gang
gathering-coverage-again = Igjen
gathering-coverage-absent = Ikke med
gathering-coverage-all = I alt
gathering-coverage-others = Uten delegasjon
gathering-coverage-by-role = Deltakere etter rolle
gathering-coverage-by-gathering = Medlemmer som deltok, etter samling
gathering-coverage-since = { $first } første gang, { $again } igjen
gathering-coverage-key = Den andre figuren viser medlemmer: åpen del er første gang, fylt del er igjen.
gathering-coverage-map = Kart over fylkene
gathering-coverage-map-text = Hvert fylke er en rute med hvor mange av kommunene i nettverket som deltok. Tabellen under sier det samme.
gathering-coverage-map-key = Tallene er kommuner i nettverket som deltok, av alle nettverket har i fylket. Fylt rute: alle. Svakt fylt rute: noen. Åpen rute: ingen. Stiplet rute: ingen medlem der.
gathering-coverage-outside = Ingen medlemmer
gathering-coverage-of-no-county = { $count ->
    [one] 1 deltaker er fra en region i flere fylker, og vi vet ikke hvilket.
   *[other] { $count } deltakere er fra regioner i flere fylker, og vi vet ikke hvilket.
}
gathering-coverage-member = Medlem
gathering-coverage-municipality = Kommune
gathering-coverage-county = Fylke
gathering-coverage-number = Nummer
gathering-coverage-participation = Deltakelse
gathering-coverage-took = Samlinger med
gathering-coverage-of = Samlinger i alt
gathering-coverage-municipalities = Kommuner
gathering-coverage-municipalities-took = Kommuner med
gathering-coverage-with-region = En kommune er med når regionen er med. Tallene i hver rolle er dem vi vet kommer fra kommunen selv.
gathering-municipality-of = Kommune
gathering-municipality-of-hint = Så det kan telles hvilke kommuner som var med

# Det som hører til en samling
gathering-material-title = Materiale
gathering-material-none = Her er det ikke noe ennå.
gathering-material-link-to = Materiale fra samlingen
gathering-material-back = Til delegasjonen
gathering-material-documents = Dokumenter
gathering-material-indicators = Indikatorer
gathering-material-examples = Gode eksempler
gathering-material-kind-document = Dokument
gathering-material-kind-indicator = Indikator
gathering-material-kind-example = Godt eksempel
gathering-material-from = kilde: { $source }
gathering-material-saved = Endringen er lagret.
gathering-material-for-all = For alle
gathering-material-for-network = Bare for nettverket
gathering-material-visible = Hvem ser det?
gathering-material-remove = Ta bort
gathering-material-new-document = Legg til et dokument
gathering-material-new-indicator = Legg til en indikator
gathering-material-new-example = Legg til et godt eksempel
gathering-material-title-in = Tittel ({ $language })
gathering-material-description-in = Tekst ({ $language })
gathering-material-file = Fil
gathering-material-file-hint = PDF, Word, Excel, PowerPoint eller OpenDocument, høyst 20 MB og uten makroer
gathering-material-link = Eller en lenke
gathering-material-link-hint = Begynner med https://
gathering-material-value = Verdi
gathering-material-unit = Enhet
gathering-material-unit-hint = For eksempel prosent eller innbyggere
gathering-material-source = Kilde
gathering-material-send = Legg til
gathering-material-title-missing = Skriv tittelen
gathering-material-long = Teksten er for lang. Kort den ned.
gathering-material-nothing = Velg en fil, eller skriv en lenke
gathering-material-both = Velg enten en fil eller en lenke
gathering-material-link-wrong = Skriv en adresse som begynner med https://
gathering-material-value-missing = Skriv verdien som et tall, for eksempel 12,4
gathering-material-source-missing = Skriv hvor tallet er fra
gathering-material-municipality-which = Flere kommuner heter dette. Skriv fylket også, for eksempel Herøy (Nordland)
gathering-material-municipality-wrong = Skriv navnet på en norsk kommune
gathering-material-text-missing = Skriv hva eksempelet viser
gathering-material-many = Samlingen har så mye materiale som er lov. Ta bort noe først.
gathering-material-file-large = Filen er større enn 20 MB. Gjør den mindre, eller bruk en lenke.
gathering-material-file-unknown = Vi tar ikke imot filer av dette slaget. Bruk PDF, Word, Excel, PowerPoint eller OpenDocument.
gathering-material-file-misnamed = Filen er noe annet enn navnet sier. Lagre den på nytt i riktig format.
gathering-material-file-script = Filen inneholder makroer eller annet som kan kjøre. Lagre den uten, for eksempel som PDF.
gathering-material-file-locked = Filen har passord. Lagre den uten passord.
gathering-material-file-damaged = Filen er skadet. Lagre den på nytt, og prøv igjen.
# Bord og grupper
gathering-plans = Bord og grupper
gathering-plans-text = Fordel deltakerne på bord til middagen, eller på grupper i et verksted. Ingen får vite noe før dere sier fra.
gathering-plans-people = { $count ->
    [one] 1 person har plass på samlingen.
   *[other] { $count } personer har plass på samlingen.
}
gathering-plans-none = Det er ingen planer ennå.
gathering-plans-new = Lag en plan
gathering-plan-kind = Hva skal folk deles i?
gathering-plan-kind-tables = Bord
gathering-plan-kind-groups = Grupper
gathering-plan-kind-missing = Velg bord eller grupper
gathering-plan-name = Navn på planen ({ $language })
gathering-plan-name-hint = For eksempel «Middag» eller «Verksted om tomme lokaler». Navnet står i brevene.
gathering-plan-name-missing = Skriv hva planen heter
gathering-plan-choice = Hvem gjelder planen?
gathering-plan-everybody = Alle som har plass
gathering-plan-chosen = De som har valgt { $choice }
gathering-plan-size = Hvor mange kan være sammen, høyst?
gathering-plan-size-wrong = Skriv hvor mange som kan være sammen, fra 1 til 100
gathering-plan-tables = Hvor mange bord eller grupper?
gathering-plan-tables-hint = La feltet stå tomt for så få som det går.
gathering-plan-tables-wrong = Skriv et tall fra 1 til 300, eller la feltet stå tomt
gathering-plan-mixing = De som kommer fra samme medlem
gathering-plan-mixing-spread = Blir spredt, så de møter andre
gathering-plan-mixing-together = Er sammen
gathering-plan-of-member = Høyst så mange fra samme medlem
gathering-plan-of-county = Høyst så mange fra samme fylke
gathering-plan-most-hint = Gjelder når folk blir spredt. La feltet stå tomt om det ikke er noen grense.
gathering-plan-most-wrong = Skriv et tall fra 1 til 100, eller la feltet stå tomt
gathering-plan-elected = Minst én folkevalgt hvert sted, så langt det går
gathering-plan-heirs = Den som medlemmet sender i stedet for noen, får samme plass
gathering-plan-make = Lag planen
gathering-plan-table-tables = Bord { $number }
gathering-plan-table-groups = Gruppe { $number }
gathering-plan-none-tables = Har ikke noe bord
gathering-plan-none-groups = Er ikke i noen gruppe
gathering-plan-count-tables = { $count } bord
gathering-plan-count-groups = { $count ->
    [one] 1 gruppe
   *[other] { $count } grupper
}
gathering-plan-seated = { $seated } av { $people } er fordelt
gathering-plan-full-size = { $seated } av { $size }
gathering-plan-nobody = Ingen er fordelt ennå.
gathering-plan-own = Uten delegasjon
gathering-plan-somebody = En person som ikke er med lenger
gathering-plan-audited = Vi noterer hvem som ser på planen.
gathering-plan-locked = Låst
gathering-plan-not-told = Vet det ikke
gathering-plan-news = Endret siden sist
gathering-plan-news-left = { $name } kommer ikke. Plassen er tom.
gathering-plan-news-took = { $name } kommer i stedet for en annen fra samme medlem.
gathering-plan-seen = Jeg har sett det
gathering-plan-telling = Si fra
gathering-plan-told-never = Ingen har fått vite hvor de sitter.
gathering-plan-told-at = Sist sagt fra { $when }.
gathering-plan-told-all = Alle vet hvor de sitter.
gathering-plan-untold = { $count ->
    [one] 1 vet ikke hvor de sitter nå.
   *[other] { $count } vet ikke hvor de sitter nå.
}
gathering-plan-tell-text = De får brev. Blir planen endret senere, får bare de brev som får en annen plass, når dere sier fra på nytt.
gathering-plan-tell = { $count ->
    [one] Si fra til 1 person
   *[other] Si fra til { $count } personer
}
gathering-plan-newcomers = Ikke fordelt
gathering-plan-fill = { $count ->
    [one] Finn plass til 1 ny
   *[other] Finn plass til { $count } nye
}
gathering-plan-anew = Fordel på nytt
gathering-plan-anew-text = Når dere fordeler på nytt, kan alle bli flyttet som ikke er låst. Når dere finner plass til nye, blir ingen andre flyttet.
gathering-plan-add-tables = Legg til et bord
gathering-plan-add-groups = Legg til en gruppe
gathering-plan-drop = Ta bort
gathering-plan-lock = Lås
gathering-plan-unlock = Lås opp
gathering-plan-person = Flytt { $name }
gathering-plan-person-not = Lukk
gathering-plan-move-to = Flytt til
gathering-plan-move = Flytt
gathering-plan-take-off = Ut av planen
gathering-plan-swap = Bytt plass med
gathering-plan-swap-send = Bytt
gathering-plan-breach-of_member = Flere fra samme medlem enn regelen sier
gathering-plan-breach-of_county = Flere fra samme fylke enn regelen sier
gathering-plan-breach-no_elected = Ingen folkevalgte
gathering-plan-breach-divided = Noen er skilt fra sine egne
gathering-plan-change = Endre navn og regler
gathering-plan-change-text = Ingen blir flyttet før dere fordeler på nytt eller finner plass til nye.
gathering-plan-save = Lagre
gathering-plan-remove = Slett planen
gathering-plan-remove-text = De som har fått vite hvor de sitter, får brev om at det ikke gjelder lenger.
gathering-plan-remove-sure = Ja, planen skal slettes
gathering-plan-remove-missing = Kryss av for at planen skal slettes
gathering-plan-print = Skriv ut planen
gathering-plan-cards-tables = Bordkort
gathering-plan-cards-groups = Kort til gruppene
gathering-plan-print-how = Bruk utskrift i nettleseren.
gathering-plan-back = Tilbake til planen
gathering-plan-by-name = Alle etter navn
gathering-plan-done-laga = Planen er laget. Se over den før dere sier fra.
gathering-plan-done-flytta = Personen er flyttet.
gathering-plan-done-bytt = De to har byttet plass.
gathering-plan-done-laast = Låst. Ingen blir flyttet derfra.
gathering-plan-done-opna = Låst opp.
gathering-plan-done-fylt = { $count ->
    [one] 1 ny har fått plass. Ingen andre er flyttet.
   *[other] { $count } nye har fått plass. Ingen andre er flyttet.
}
gathering-plan-done-nytt = { $count ->
    [0] Alle sitter som før.
    [one] 1 person er flyttet.
   *[other] { $count } personer er flyttet.
}
gathering-plan-done-bord = Planen er endret.
gathering-plan-done-reglar = Endringene er lagret. Ingen er flyttet.
gathering-plan-done-sagt = { $count ->
    [0] Alle vet det allerede. Ingen får brev.
    [one] 1 person får brev.
   *[other] { $count } personer får brev.
}
gathering-plan-done-sett = Fint.
gathering-plan-done-sletta = Planen er slettet.
gathering-plan-refused-stale = Planen er endret siden du åpnet siden, så vi gjorde ikke noe. Her er den slik den er nå.
gathering-plan-refused-unknown = Personen eller bordet er ikke i planen lenger.
gathering-plan-refused-full = Det er fullt der. Bytt plass med noen i stedet.
gathering-plan-refused-locked = Det er låst. Lås opp først.
gathering-plan-refused-not_empty = Det er folk der. Flytt dem først.
