# Conferences: programme, sessions, speakers.

# Dei opne sidene: programmet slik alle ser det
conference-public-pages = Sider om konferansen
conference-public-to-event = Om konferansen
conference-public-to-programme = Program
conference-public-to-now = No og neste
conference-public-to-changes = Endringar
conference-public-back-to-event = Til sida om konferansen
conference-public-back-to-programme = Til programmet
conference-public-when = Når
conference-public-where = Kvar
conference-public-online = På nett
conference-public-both = { $venue }, og på nett
conference-public-streamed = òg på nett
conference-public-municipality = Vertskommune
conference-public-price = Pris
conference-public-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangørar
}
conference-public-deadline = Påmeldingsfrist
conference-public-about = Om konferansen
conference-public-about-session = Om denne bolken
conference-public-forms = Slik kan du delta
conference-public-programme = Program
conference-public-programme-of = Program for { $title }
conference-public-whole-programme = Sjå heile programmet
conference-public-no-programme = Programmet er ikkje klart enno. Det kjem her.
conference-public-version = Utgåve { $number } av programmet kom { $date }.
conference-public-speakers = Medverkande
conference-public-taking-part = Dei som medverkar
conference-public-takes-part-in = Medverkar i
conference-public-moderates = ordstyrar
conference-public-questions = Spørsmål?
conference-public-ask = Spør { $name }:
conference-public-call = Har du noko å fortelje?
conference-public-call-send = Send inn framlegg
conference-public-call-read = Sjå kva vi ser etter
conference-public-editions = Andre år
conference-public-sign-up = Meld meg på
conference-public-wait = Set meg på venteliste
conference-public-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plassar
}
conference-public-full-short = Fullt
conference-public-full-with-list-short = Fullt, venteliste
conference-public-full-with-list = { $waiting ->
    [0] Fullt. Du kan setje deg på venteliste.
    [one] Fullt. Du kan setje deg på venteliste. Der står det 1 no.
   *[other] Fullt. Du kan setje deg på venteliste. Der står det { $waiting } no.
}
conference-public-conference-full = Konferansen er fullteikna.
conference-public-conference-full-with-list = { $waiting ->
    [0] Konferansen er fullteikna, men du kan setje deg på venteliste.
    [one] Konferansen er fullteikna, men du kan setje deg på venteliste. Der står det 1 no.
   *[other] Konferansen er fullteikna, men du kan setje deg på venteliste. Der står det { $waiting } no.
}
conference-public-early = Påmeldinga opnar { $when }.
conference-public-closed = Påmeldinga er stengd. Spør arrangøren om det er plass.
conference-public-going-on = Konferansen er i gang, og påmeldinga er stengd.
conference-public-over = Konferansen er over.
conference-public-cancelled = Konferansen er avlyst.
conference-public-cancelled-short = Avlyst
conference-public-today = Konferansen er i gang i dag.
conference-public-see-now = Sjå kva som skjer no
conference-public-chooses = I påmeldinga vel du òg mellom bolkar som har avgrensa plass.
conference-public-chosen = Krev påmelding
conference-public-chosen-text = Denne bolken vel du når du melder deg på konferansen. Er du alt påmeld, kan du velje han på sida med påmeldinga di.
conference-public-given-several = Bolken blir halden { $count } gonger. Vel den som passar best.
conference-public-calendar = Legg i kalenderen
conference-public-calendar-whole = Heile programmet til kalenderen
conference-public-calendar-hint = Di eiga lenkje til sendinga kjem først i kalenderen når du er påmeld til å delta på nett.
conference-public-views = Vis programmet
conference-public-by-day = Etter dag
conference-public-by-track = Etter spor
conference-public-by-room = Etter rom
conference-public-no-track = Utanfor spora
conference-public-on-this-page = På denne sida
conference-public-search-label = Søk i programmet
conference-public-search = Søk
conference-public-found = { $count ->
    [one] 1 treff på «{ $asked }»
   *[other] { $count } treff på «{ $asked }»
}
conference-public-found-nothing = Vi fann ikkje noko. Prøv færre eller andre ord.
conference-public-found-more = Her er dei { $shown } første. Skriv fleire ord for å finne færre.
conference-public-kind-plenary = Felles for alle
conference-public-kind-parallel = Parallell økt
conference-public-kind-workshop = Verkstad
conference-public-kind-site-visit = Synfaring
conference-public-kind-break = Pause
conference-public-kind-social = Sosialt
conference-public-access = Tilrettelegging
conference-public-access-hearing-loop = Teleslynge
conference-public-access-sign-language = Teiknspråktolk
conference-public-access-captions = Skrivetolking
conference-public-access-step-free = Trinnfri tilkomst
conference-public-now-title = No og neste
conference-public-now = No
conference-public-next = Neste
conference-public-nothing-now = Det er ikkje noko på programmet akkurat no.
conference-public-not-begun = Konferansen har ikkje byrja enno.
conference-public-last = Dette er det siste på programmet. Takk for no!
conference-public-again = Vis på nytt
conference-public-changes-title = Endringar i programmet
conference-public-version-number = Utgåve { $number }
conference-public-first-version = Programmet blei lagt ut for første gong.
conference-public-no-changes = Ingen bolkar er endra.
conference-public-older-versions = Eldre utgåver
conference-public-change-removed = Går ut
conference-public-change-moved = Flytta
conference-public-change-added = Ny
conference-public-change-edited = Endra
conference-public-slot-now = No:
conference-public-slot-before = Før:

# Vegen inn i sendinga
conference-public-join-title = Bli med på { $title }
conference-public-join = Bli med
conference-public-join-text = Sendinga er open. Trykk på knappen, så kjem du rett inn.
conference-public-join-personal = Lenkja er berre til deg. Ikkje del ho med andre: Dei kan melde seg på sjølve.
conference-public-door-early = Sendinga er ikkje open enno
conference-public-door-early-text = Du kan bli med frå { $when }. Kom tilbake hit då.
conference-public-door-again = Prøv igjen
conference-public-door-over = Konferansen er over
conference-public-door-over-text = Takk for at du ville vere med. Vi håpar å sjå deg ein annan gong.
conference-public-door-waiting = Du står på venteliste
conference-public-door-waiting-text = Du har ikkje plass enno. Vi skriv til deg med ein gong det blir ein ledig plass til deg.
conference-public-door-withdrawn = Du er meld av
conference-public-door-withdrawn-text = Difor gjeld ikkje lenkja lenger. Vil du vere med likevel, kan du melde deg på ein gong til.
conference-public-door-in-person = Du er påmeld for å møte opp
conference-public-door-in-person-text = Vil du heller delta på nett, kan du byte på sida med påmeldinga di, så lenge det er plass. Lenkja dit står i e-posten du fekk.
conference-public-door-offline = Konferansen blir ikkje send på nett
conference-public-door-offline-text = Spør arrangøren om du trudde det var mogleg å delta på nett.
conference-public-door-cancelled-text = Du treng ikkje gjere noko med påmeldinga.
conference-public-door-unknown = Lenkja verkar ikkje
conference-public-door-unknown-text = Ho kan vere feil, eller ho er bytt ut. Bruk lenkja i den siste e-posten du fekk om konferansen.

# Innspel til programmet
conference-call-page = Send inn framlegg til { $title }
conference-call-early = Du kan sende inn framlegg frå { $when }.
conference-call-open = Du kan sende inn framlegg til { $when }.
conference-call-over = Fristen for å sende inn framlegg er ute.
conference-call-received = Vi har fått framlegget ditt
conference-call-received-text = Takk! Vi har sendt deg ein e-post. Der er lenkja du bruker når du vil endre eller trekkje framlegget.
conference-call-trapped = Eit felt som skal stå tomt, var fylt ut. Sjå over skjemaet og send det ein gong til.
conference-call-not-genuine = Vi såg ikkje om skjemaet kom frå sida vår. Det du skreiv, står her enno. Send det ein gong til.
conference-call-sent-before = Du har alt sendt inn dette skjemaet, men med ein annan tekst. Vil du endre framlegget, bruker du lenkja i e-posten. Sender du ein gong til, blir det eit nytt framlegg.
conference-call-closed-meanwhile = Vi tek ikkje imot fleire framlegg eller endringar no. Det du skreiv, er ikkje lagra.
conference-call-about-proposal = Om framlegget
conference-call-title = Tittel
conference-call-summary = Kva handlar det om?
conference-call-summary-hint = Fortel kva deltakarane får vite eller gjere. Blir framlegget teke inn, brukar vi teksten i programmet.
conference-call-kind = Form
conference-call-track = Spor
conference-call-no-track = Veit ikkje
conference-call-people = Dei som skal medverke
conference-call-people-text = Lat radene stå tomme om du er åleine.
conference-call-you = Du som sender inn
conference-call-person = Medverkande { $number }
conference-call-name = Namn
conference-call-email = E-post
conference-call-email-others = Trengst først om framlegget blir teke inn. Då får dei si eiga lenkje.
conference-call-organisation = Organisasjon
conference-call-role = Rolle eller stilling
conference-call-consents = Ja, de kan vise namnet mitt og teksten i programmet
conference-call-consents-hint = Gjeld berre deg, og berre om framlegget blir teke inn. Du kan trekkje samtykket når du vil.
conference-call-privacy = { $organisation } brukar opplysningane til å vurdere framlegget og svare deg. Dei andre som planlegg konferansen, ser dei òg.
conference-call-kept = Framlegg som ikkje blir tekne inn, slettar vi seinast { $date }.
conference-call-send = Send inn
conference-call-title-missing = Skriv ein tittel.
conference-call-summary-missing = Fortel kva det handlar om.
conference-call-kind-missing = Vel ei form.
conference-call-track-wrong = Sporet finst ikkje lenger. Vel eit anna.
conference-call-name-missing = Skriv namnet.
conference-call-email-missing = Skriv e-postadressa di, så vi kan svare deg.
conference-call-email-wrong = Skriv adressa slik: kari@kommune.no
conference-call-answer-missing = Svar på spørsmålet.
conference-call-too-long = Teksten er for lang. Bruk høgst { $most } teikn.
conference-call-own = Framlegget ditt
conference-call-saved = Endringane er lagra.
conference-call-stale = Andre har endra dette
conference-call-stale-text = Det skjedde etter at du opna sida. I skjemaet står det du skreiv. Lagrar du no, gjeld det. Slik er det i dag:
conference-call-is-received = Vi vurderer framlegget.
conference-call-is-accepted = Framlegget er teke inn.
conference-call-is-declined = Framlegget er ikkje teke inn.
conference-call-is-withdrawn = Framlegget er trekt.
conference-call-is-withdrawn-text = Vi har sletta det som stod i det.
conference-call-sent-in = Det kom inn { $when }.
conference-call-mendable = Du kan endre det til { $when }.
conference-call-keep = Lagre
conference-call-withdraw = Trekk framlegget
conference-call-withdraw-text = Då slettar vi alt som står i det, med ein gong.
conference-call-withdraw-sure = Ja, eg vil trekkje framlegget
conference-call-withdraw-sure-missing = Kryss av for at du vil trekkje framlegget.
conference-call-answered-meanwhile = Framlegget er alt svart på. Ta kontakt med arrangøren.
conference-call-proposals = Framlegg
conference-call-see-page = Sjå sida der framlegga blir sende inn
conference-call-none = De har ikkje bedt om framlegg enno. Set opp tidene nedanfor, så er sida open frå då.
conference-call-no-proposals = Ingen har sendt inn noko enno.
conference-call-from = Frå
conference-call-and-others = og { $count } til
conference-call-state = Status
conference-call-state-received = Ikkje svart på
conference-call-state-accepted = Teke inn
conference-call-state-declined = Ikkje teke inn
conference-call-reviews = Vurderingar
conference-call-average = Snitt
conference-call-tenths = { $whole },{ $tenths }
conference-call-average-text = Du ser snittet når du har gjeve di eiga vurdering.
conference-call-you-close = du er inhabil
conference-call-not-yours = du har ikkje vurdert
conference-call-setup = Når og kva de ber om
conference-call-opens = Opnar
conference-call-opens-time = Opnar klokka
conference-call-closes = Stengjer
conference-call-closes-time = Stengjer klokka
conference-call-closes-before-opening = Fristen må vere etter at det opnar.
conference-call-text = Det de ber om
conference-call-text-missing = Skriv kva de ber om, på minst eitt språk.
conference-call-questions = Eigne spørsmål
conference-call-questions-text = Lat eit spørsmål stå tomt for å ta det bort. Svar som er komne inn på det, blir ikkje viste då.
conference-call-question = Spørsmål { $number }
conference-call-question-required = Spørsmål { $number } må svarast på
conference-call-to-session = Sjå bolken i utkastet
conference-call-to-speaker = sjå medverkande
conference-call-came = Kom inn
conference-call-mended = endra { $when }
conference-call-consented = Den som sende inn, vil gjerne bli vist i programmet.
conference-call-your-review = Di vurdering
conference-call-score = Karakter
conference-call-score-hint = 5 er best.
conference-call-score-missing = Vel ein karakter, eller kryss av for at du er inhabil.
conference-call-comment = Kommentar til dei andre i komiteen
conference-call-comment-long = Teksten er for lang. Bruk høgst 4000 teikn.
conference-call-conflict = Eg er inhabil
conference-call-conflict-hint = Då kan du ikkje gje karakter, sjå kva dei andre meiner, eller svare på framlegget. Det kan ikkje gjerast om.
conference-call-conflict-said = Du har sagt at du er inhabil.
conference-call-keep-review = Lagre vurderinga
conference-call-reviews-of-others = Det dei andre meiner
conference-call-hidden = { $count ->
    [0] Ingen har gjeve karakter enno.
    [one] 1 har gjeve karakter. Du ser han når du har gjeve din.
   *[other] { $count } har gjeve karakter. Du ser dei når du har gjeve din.
}
conference-call-hidden-close = Du er inhabil, og ser dei ikkje.
conference-call-is-close = Inhabil
conference-call-answer = Svar
conference-call-note = Hels frå dykk i brevet
conference-call-note-hint = Den som sende inn, får svaret på e-post med ein gong.
conference-call-accept = Ta inn i programmet
conference-call-decline = Takk nei
conference-call-too-close = Du er inhabil, så andre må svare.
conference-call-answered-already = Framlegget er alt svart på.
conference-call-nothing-done = Vi forstod ikkje kva du ville gjere. Prøv ein gong til.
conference-call-back = Til alle framlegga

# Sida til den som medverkar, og filene til bolkane
conference-speaker-page = Sida di som medverkande
conference-speaker-slots = Når du medverkar
conference-speaker-slots-text = Vi skriv til deg dersom noko blir endra.
conference-speaker-no-slots = Tidene er ikkje klare. Vi skriv til deg når programmet er lagt ut.
conference-speaker-consent = Kva andre får sjå
conference-speaker-shown = Du sa { $when } ja til at vi viser namn, tekst, bilete og lysark på dei opne sidene.
conference-speaker-hidden = Du er ikkje nemnd på dei opne sidene. Vil du det, viser vi namn, tekst, bilete og lysark frå deg.
conference-speaker-agree = Ja, vis meg i programmet
conference-speaker-withdraw = Ikkje vis meg lenger
conference-speaker-text = Det som står om deg
conference-speaker-languages = Skriv på dei språka du vil. Andre ser det språket som ligg nærast deira.
conference-speaker-biography = Om deg
conference-speaker-photo = Bilete
conference-speaker-alt = Kva viser biletet?
conference-speaker-alt-hint = For dei som ikkje ser det. Til dømes: Kari Nes smiler framfor rådhuset.
conference-speaker-alt-missing = Skriv kva biletet viser.
conference-speaker-new-photo = Vel eit bilete
conference-speaker-photo-hint = JPEG, PNG eller WebP, høgst 5 MB. Vi gjer det mindre og tek bort opplysningar om kvar det er teke.
conference-speaker-send-photo = Last opp biletet
conference-speaker-remove-photo = Ta bort biletet
conference-speaker-slides = Lysark
conference-speaker-session = Bolk
conference-speaker-session-missing = Vel ein bolk.
conference-speaker-new-slides = Vel ei fil
conference-speaker-slides-hint = PDF, PowerPoint (.pptx) eller OpenDocument (.odp), høgst 20 MB, utan makroar og skript. PDF kan flest lese.
conference-speaker-send-slides = Last opp fila
conference-speaker-remove-slides = Ta bort «{ $title }»
conference-speaker-slides-later = Du kan laste opp lysark når programmet er lagt ut.
conference-speaker-erase = Slett alt om meg
conference-speaker-erase-text = Då slettar vi namn, tekst, bilete og lysark, og lenkja sluttar å verke. Bolkane dine blir ståande utan namn, så avtal med arrangøren først om du skal medverke.
conference-speaker-erase-sure = Ja, slett alt om meg
conference-speaker-erase-sure-missing = Kryss av for at du vil slette alt.
conference-speaker-erased = Alt om deg er sletta
conference-speaker-erased-text = Lenkja verkar ikkje lenger.
conference-speaker-saved-text = Teksten er lagra.
conference-speaker-saved-consent = Valet ditt er lagra og gjeld med ein gong.
conference-speaker-saved-photo = Biletet er oppdatert.
conference-speaker-saved-slides = Lysarka er oppdaterte.
conference-speaker-line-long = Teksten er for lang. Bruk høgst 150 teikn.
conference-speaker-text-long = Teksten er for lang. Bruk høgst 5000 teikn.
conference-speaker-file-missing = Vel ei fil. Har du alt gjort det, må du velje ho på nytt.
conference-speaker-file-photo-large = Biletet er større enn 5 MB. Vel eit mindre.
conference-speaker-file-slides-large = Fila er større enn 20 MB. Gjer bileta i ho mindre, eller lagre ho som PDF.
conference-speaker-file-markup = Fila er ei nettside eller ei SVG-teikning, og slike tek vi ikkje imot. Lagre ho som eit vanleg bilete eller som PDF.
conference-speaker-file-no-photo = Fila er ikkje eit bilete av typen JPEG, PNG eller WebP.
conference-speaker-file-pixels = Biletet har for mange punkt. Gjer det mindre, til dømes 2000 punkt breitt.
conference-speaker-file-no-slides = Fila er ikkje PDF, PowerPoint (.pptx) eller OpenDocument (.odp).
conference-speaker-file-misnamed = Fila er noko anna enn namnet seier. Lagre ho på nytt som PDF, .pptx eller .odp.
conference-speaker-file-film = Vi tek ikkje imot film her. Legg filmen på ei filmteneste og gje arrangøren lenkja.
conference-speaker-file-script = Fila inneheld makroar, skript eller noko anna som kan køyre. Lagre ho utan, til dømes ved å skrive ut til PDF.
conference-speaker-file-locked = Fila er låst med passord. Lagre ho utan.
conference-speaker-file-damaged = Fila er skadd, eller laga på ein måte vi ikkje kan lese. Lagre ho på nytt.
conference-speaker-file-many = Det er for mange filer. Ta bort ei først.
conference-speaker-kilobytes = { $size } kB
conference-speaker-megabytes = { $size } MB
conference-speaker-recording = opptak
conference-speaker-documents = Lysark og opptak
conference-speaker-document = Fil
conference-speaker-by = Frå
conference-speaker-remove = Ta bort
conference-speaker-not-shown = blir ikkje vist
conference-speaker-no-documents = Det er ingen lysark eller opptak enno.
conference-speaker-add-recording = Legg til opptak
conference-speaker-title = Kva skal det heite?
conference-speaker-title-missing = Skriv kva opptaket skal heite.
conference-speaker-link = Adresse
conference-speaker-link-hint = Der filmen ligg. Sjå til at han er teksta.
conference-speaker-link-wrong = Skriv ei adresse som byrjar med https://.

# Planlegging: sidene til dei som lagar programmet
conference-plan-back = Til oversikta
conference-plan-overview = Konferansen
conference-plan-programme = Program
conference-plan-speakers = Innleiarar
conference-plan-places = Stader og dagar
conference-plan-release = Gje ut
conference-plan-versions = Utgåver
conference-plan-sign-ups = Påmeldingar
conference-plan-letters = Brev
conference-plan-public = Den opne sida
conference-plan-saved = Endringa er lagra i utkastet. Ingen andre ser ho før programmet er gjeve ut.
conference-plan-keep = Lagre
conference-plan-required = Må vere med
conference-plan-yes = Ja
conference-plan-no = Nei

# Oversikta
conference-plan-when = Når
conference-plan-where = Kvar
conference-plan-organisers = Arrangørar
conference-plan-deadline = Påmeldingsfrist
conference-plan-cancelled = Konferansen er avlyst.
conference-plan-numbers = Tal
conference-plan-admitted = Har plass
conference-plan-places-left = Ledige plassar
conference-plan-unlimited = Ikkje avgrensa
conference-plan-waiting = Står på venteliste
conference-plan-joined = Har vore med på nett
conference-plan-newest = Siste utgåve
conference-plan-version = Utgåve { $number }
conference-plan-none-released = Programmet er ikkje gjeve ut enno.
conference-plan-due = Blir gjeve ut
conference-plan-draft = Utkastet
conference-plan-draft-same = Likt den siste utgåva
conference-plan-draft-differs = { $people ->
    [0] Har endringar som ikkje er gjevne ut. Ingen som har plass, blir råka.
    [one] Har endringar som ikkje er gjevne ut. 1 person blir råka.
   *[other] Har endringar som ikkje er gjevne ut. { $people } personar blir råka.
}
conference-plan-sessions = Bolkar
conference-plan-sessions-text = { $count } i alt, { $unplaced } utan tid
conference-plan-warnings-more = Og { $count } til.
conference-plan-warnings-name = Åtvaringar
conference-plan-to-programme = Til programmet
conference-plan-to-release = Sjå kva ei ny utgåve endrar
conference-plan-meeting-heading = Møteadresse
conference-plan-meeting-label = Adressa til sendinga
conference-plan-meeting-hint = Adressa står ikkje i nokon e-post eller kalender, så du kan byte ho når som helst.
conference-plan-meeting-save = Lagre møteadressa
conference-plan-meeting-saved = Møteadressa er lagra. Lenkjene som deltakarane har fått, fører dit no.
conference-plan-meeting-wrong = Møteadressa må vere ei heil adresse som byrjar med https://
conference-plan-municipality = Vertskommune
conference-plan-municipality-label = Kommunen som er vertskap
conference-plan-municipality-hint = Namn eller kommunenummer, til dømes Narvik. Står på sida om konferansen. Tomt når det ikkje er nokon.
conference-plan-municipality-save = Lagre vertskommunen
conference-plan-municipality-saved = Vertskommunen er lagra.
conference-plan-municipality-unknown = Vi kjenner ingen kommune med dette namnet. Sjå over skrivemåten.
conference-plan-municipality-several = Fleire kommunar kan vere meinte. Skriv ei av dei: { $names }
conference-plan-municipality-stale = Nokon andre har endra vertskommunen til { $names }. Lagre ein gong til om det du skreiv, skal gjelde.

# Programmet av ein dag
conference-plan-programme-of = Program for { $title }
conference-plan-draft-text = Dette er utkastet. Berre de som planlegg, ser det.
conference-plan-others = Nokon andre har òg endra programmet sidan du opna det.
conference-plan-show-anew = Vis det slik det er no
conference-plan-refused = Endringa vart ikkje gjord.
conference-plan-days = Dagar
conference-plan-no-days = Det er ingen dagar enno.
conference-plan-no-rooms = Det er ingen rom enno.
conference-plan-to-places = Legg til stader, rom og dagar
conference-plan-new-session = Ny bolk
conference-plan-new-placement = Plasser noko
conference-plan-warnings = { $count ->
    [one] 1 ting å sjå på
   *[other] { $count } ting å sjå på
}
conference-plan-online = På nett
conference-plan-without-room = Utan rom
conference-plan-time = Tid
conference-plan-holds = { $places ->
    [one] 1 plass
   *[other] { $places } plassar
}
conference-plan-add-here = Legg til noko: { $room } kl. { $time }
conference-plan-add-in = Legg til noko: { $room }
conference-plan-empty-room = Ingenting denne dagen.
conference-plan-untitled = Utan namn
conference-plan-block = Sett av, utan bolk
conference-plan-flag = Åtvaring { $number }: { $what }
conference-plan-change = Endre
conference-plan-change-of = Endre { $title }
conference-plan-earlier = 15 min tidlegare
conference-plan-later = 15 min seinare
conference-plan-longer = 15 min lengre
conference-plan-shorter = 15 min kortare
conference-plan-to-room = Til { $room }
conference-plan-duplicate = Kopier
conference-plan-remove = Ta bort
conference-plan-to-session = Til bolken
conference-plan-keys = Dra ein bolk med musa for å flytte han, eller i nedkanten for å gjere han lengre. Med tastaturet: Trykk M på lenkja til bolken, flytt med piltastane, Skift og pil opp eller ned endrar lengda, Enter lagrar og Escape angrar.
conference-plan-script-move = Flytt med piltastane. Enter lagrar, Escape angrar.
conference-plan-script-at = til
conference-plan-script-kept = Ikkje endra.
conference-plan-unplaced = Utan tid enno
conference-plan-all-placed = Alle bolkane har fått ei tid.
conference-plan-place = Plasser
conference-plan-place-of = Plasser { $title }
conference-plan-kind-plenary = Felles for alle
conference-plan-kind-parallel = Parallell bolk
conference-plan-kind-workshop = Verkstad
conference-plan-kind-site_visit = Synfaring
conference-plan-kind-break = Pause
conference-plan-kind-social = Sosialt
conference-plan-attendance-in_person = På staden
conference-plan-attendance-online = På nett
conference-plan-attendance-both = På staden og på nett
conference-plan-need-hearing_loop = Teleslynge
conference-plan-need-sign_language = Teiknspråktolk
conference-plan-need-captions = Skrivetolking
conference-plan-need-step_free = Trinnfri tilkomst
conference-plan-needed-none = Ikkje etterspurt
conference-plan-needed-needed = Trengst, ikkje ordna
conference-plan-needed-answered = Ordna
conference-plan-answered = ordna
conference-plan-unanswered = ikkje ordna

# Åtvaringar
conference-plan-warn-room-twice = { $room } er i bruk til begge på same tid.
conference-plan-warn-speaker-twice = { $name } skal vere begge stader på same tid.
conference-plan-warn-speaker-away = { $name } kan ikkje då.
conference-plan-warn-too-far = { $name } må gå i { $walk } minutt, og har { $minutes }.
conference-plan-warn-over-room = Bolken har { $places } plassar, og rommet tek { $room }.
conference-plan-warn-too-many = { $people } kjem, og rommet tek { $room }.
conference-plan-warn-outside-days = Er ikkje på nokon av dagane i programmet.
conference-plan-warn-outside-opening = Er utanom opningstida.
conference-plan-warn-title-missing = Manglar namn på { $languages }.
conference-plan-warn-description-missing = Manglar omtale på { $languages }.
conference-plan-warn-need = Trengst og er ikkje ordna: { $need }.
conference-plan-short-room-twice = rommet er i bruk
conference-plan-short-speaker-twice = innleiar to stader
conference-plan-short-speaker-away = innleiar kan ikkje
conference-plan-short-too-far = for kort tid til å gå
conference-plan-short-over-room = fleire plassar enn rommet
conference-plan-short-too-many = for mange til rommet
conference-plan-short-outside-days = utanom dagane
conference-plan-short-outside-opening = utanom opningstida
conference-plan-short-need = tilrettelegging

# Kva som er gale
conference-plan-ends-before-start = Slutten må vere etter byrjinga.
conference-plan-skipped = Denne tida finst ikkje: Klokka blir stilt fram den natta.
conference-plan-no-such-day = Dagen er ikkje ein av dagane i programmet.
conference-plan-room-wrong = Vel eit rom frå lista, eller «Utan rom».
conference-plan-session-wrong = Bolken finst ikkje lenger.
conference-plan-track-wrong = Vel eit spor frå lista.
conference-plan-name-missing = Skriv eit namn.
conference-plan-day-twice = Denne dagen finst alt i programmet.
conference-plan-date-wrong = Skriv datoen slik: 2027-05-11.
conference-plan-clock-wrong = Skriv tida slik: 09.30.
conference-plan-closes-before-opening = Dagen må slutte etter at han byrjar.
conference-plan-taken = Skjemaet er brukt før. Opne sida på nytt.
conference-plan-gone = Nokon andre har teke det bort.
conference-plan-in-use = Det er i bruk i programmet. Flytt eller ta bort det som er plassert der, først.
conference-plan-capacity-wrong = Talet på plassar må vere eit heilt tal over 0, eller tomt.
conference-plan-minutes-wrong = Skriv minutta som eit heilt tal, høgst 600.
conference-plan-email-wrong = E-postadressa må innehalde @, til dømes kari@kommune.no
conference-plan-times-wrong = Skriv tidene slik: 09.30. Slutten må vere etter byrjinga.
conference-plan-note-missing = Skriv kva tida er sett av til.
conference-plan-due-wrong = Vel eit tidspunkt som ikkje er over, til dømes 09.30.
conference-plan-speaks = Personen står i programmet, i utkastet eller i den siste utgåva. Ta namnet bort der og gje ut programmet først.

# Tid og rom
conference-plan-what = Kva
conference-plan-what-hint = Ein bolk, eller tid som er sett av til noko som ikkje står i programmet.
conference-plan-note = Sett av til
conference-plan-note-hint = Til dømes rigging. Berre de som planlegg, ser det. Lat feltet stå tomt for ein bolk.
conference-plan-day = Dag
conference-plan-from = Frå
conference-plan-to = Til
conference-plan-clock-hint = Til dømes 09.30
conference-plan-next-day = Sluttar etter midnatt
conference-plan-room = Rom
conference-plan-holders = { $count ->
    [one] 1 person har plass her.
   *[other] { $count } personar har plass her.
}
conference-plan-more = Meir
conference-plan-duplicate-long = Gje bolken ein gong til, rett etter
conference-plan-remove-long = Ta bort frå programmet
conference-plan-remove-text = Bolken blir liggjande utan tid. Dei som har plass, misser han først når du gjev ut programmet, og du får sjå kven det gjeld før det.
conference-plan-remove-block-text = Tida blir ledig.

# Ein bolk
conference-plan-given = Når bolken går
conference-plan-not-placed = Bolken har ikkje fått noka tid enno.
conference-plan-place-again = Plasser ein gong til
conference-plan-field-title = Namn
conference-plan-field-description = Omtale
conference-plan-description-hint = Vanleg tekst. Ei tom linje mellom avsnitta.
conference-plan-field-kind = Type
conference-plan-field-track = Spor
conference-plan-no-track = Utan spor
conference-plan-field-attendance = Deltaking
conference-plan-field-chosen = Deltakarane vel denne bolken
conference-plan-chosen-hint = Då har han eigne plassar. Elles kan alle kome.
conference-plan-field-capacity = Plassar
conference-plan-capacity-hint = Berre når det er færre enn rommet tek.
conference-plan-field-speakers = Innleiarar og ordstyrarar
conference-plan-speakers-hint = Namna kjem frå sida
conference-plan-speaker-number = Person { $number }
conference-plan-nobody = Ingen
conference-plan-part = Oppgåve
conference-plan-part-speaks = Innleiar
conference-plan-part-moderates = Ordstyrar
conference-plan-moderates = { $name } (ordstyrar)
conference-plan-field-needs = Tilrettelegging
conference-plan-add-session = Legg til bolken
conference-plan-remove-session = Slett bolken
conference-plan-remove-session-text = { $count ->
    [0] Tekstane blir borte frå utkastet.
    [one] Tekstane og tida blir borte frå utkastet.
   *[other] Tekstane og dei { $count } tidene blir borte frå utkastet.
}

# Når to har endra det same
conference-plan-conflict = Nokon andre har endra det same
conference-plan-conflict-text = «{ $name }» er endra sidan du opna sida. Ingenting er skrive over. Vel kva som skal gjelde.
conference-plan-conflict-remove = «{ $name }» er endra sidan du opna sida. Sjå om du framleis vil gjere det same.
conference-plan-conflict-both = Slik det er no, og slik du ville ha det
conference-plan-conflict-field = Felt
conference-plan-conflict-now = Slik det er no
conference-plan-conflict-wanted = Slik du ville ha det
conference-plan-conflict-mine = Bruk mi endring
conference-plan-conflict-theirs = Behald det slik det er no
conference-plan-conflict-go-on = Gjer det likevel
conference-plan-field-time = Tid
conference-plan-field-room = Rom
conference-plan-field-note = Sett av til
conference-plan-field-name = Namn
conference-plan-field-address = Adresse
conference-plan-field-date = Dato
conference-plan-field-opens = Opnar
conference-plan-field-closes = Stengjer
conference-plan-field-walks = Gangtid

# Stader og dagar
conference-plan-date = Dato
conference-plan-date-hint = Til dømes 2027-05-11
conference-plan-day-title = Kva dagen heiter
conference-plan-new-day = Ny dag
conference-plan-add-day = Legg til dagen
conference-plan-remove-day = Ta bort dagen
conference-plan-venues = Stader og rom
conference-plan-new-venue = Ny stad
conference-plan-add-venue = Legg til staden
conference-plan-remove-venue = Ta bort staden
conference-plan-new-room = Nytt rom
conference-plan-room-of = Rom: { $name }
conference-plan-room-name = Namn ({ $language })
conference-plan-room-capacity = Kor mange rommet tek
conference-plan-room-capacity-hint = Tomt når det ikkje er nokon grense.
conference-plan-remove-room = Ta bort rommet
conference-plan-walks = Gangtid mellom stadene
conference-plan-walks-text = Minutt å gå. Programmet åtvarar når det er for kort tid mellom to bolkar.
conference-plan-way = { $from } – { $to }
conference-plan-tracks = Spor
conference-plan-new-track = Nytt spor
conference-plan-add-track = Legg til sporet
conference-plan-remove-track = Ta bort sporet
conference-plan-colour = Farge
conference-plan-colour-number = Farge { $number }

# Innleiarar
conference-plan-new-speaker = Ny innleiar
conference-plan-no-speakers = Det er ingen innleiarar enno.
conference-plan-organisation = Organisasjon
conference-plan-lacks = Manglar
conference-plan-lacks-email = e-postadresse
conference-plan-lacks-consent = samtykke
conference-plan-email = E-postadresse
conference-plan-email-hint = Dit sender vi tid og stad når programmet blir gjeve ut.
conference-plan-letters-in = Brev på
conference-plan-role = Stilling eller rolle
conference-plan-biography = Omtale av personen
conference-plan-consents = Har sagt ja til at namn, omtale og bilete blir viste
conference-plan-consents-hint = Utan samtykke blir ikkje personen vist på dei opne sidene.
conference-plan-consented = Sa ja { $when }.
conference-plan-unavailable = Kan ikkje
conference-plan-unavailable-hint = Utan klokkeslett gjeld det heile dagen.
conference-plan-day-number = Dag { $number }
conference-plan-no-day = Ingen dag
conference-plan-add-speaker = Legg til innleiaren
conference-plan-remove-speaker = Slett innleiaren
conference-plan-remove-speaker-text = Alle opplysningane om personen blir sletta.
conference-plan-speaks-in = Er med i:
conference-plan-to-speakers = Til innleiarane
conference-plan-speaker-conflict = Slik er det no. I skjemaet under står det du skreiv. Lagre for å bruke det, eller behald det som er.

# Å gje ut programmet
conference-plan-release-newest = Utgåve { $number } er den som alle ser no.
conference-plan-release-first = Programmet er ikkje gjeve ut før. Når du gjer det, kan alle sjå det.
conference-plan-release-due = Utkastet blir gjeve ut { $when }, slik det er då.
conference-plan-unschedule = Ikkje gje det ut då
conference-plan-release-changed = Utkastet er endra sidan du såg på det. Sjå gjennom endringane ein gong til.
conference-plan-affected = Kven det gjeld
conference-plan-affected-people = { $count ->
    [one] 1 person som har plass, blir råka.
   *[other] { $count } personar som har plass, blir råka.
}
conference-plan-affected-losing = { $count ->
    [one] 1 plass går tapt, fordi bolken ikkje går eller rommet er for lite.
   *[other] { $count } plassar går tapt, fordi bolken ikkje går eller rommet er for lite.
}
conference-plan-affected-clashing = { $count ->
    [one] 1 person får to bolkar som ikkje går i hop:
   *[other] { $count } personar får to bolkar som ikkje går i hop:
}
conference-plan-affected-text = Kvar av dei får eitt brev som seier kva som er nytt for dei. Dei med to bolkar som ikkje går i hop, får ein frist til å velje.
conference-plan-affected-nobody = Ingen som har plass i ein bolk, blir råka.
conference-plan-people = { $count ->
    [one] 1 person
   *[other] { $count } personar
}
conference-plan-differences = Endringar
conference-plan-no-differences = Utkastet er likt det som alle ser.
conference-plan-session = Bolk
conference-plan-what-happens = Kva som skjer
conference-plan-have-place = Har plass
conference-plan-change-added = Ny
conference-plan-change-moved = Flytta
conference-plan-change-removed = Går ikkje lenger
conference-plan-change-edited = Andre opplysningar
conference-plan-was = Før:
conference-plan-becomes = No:
conference-plan-lose = { $count ->
    [one] 1 misser plassen.
   *[other] { $count } misser plassen.
}
conference-plan-only-places = { $count ->
    [one] Det er berre 1 plass no.
   *[other] Det er berre { $count } plassar no.
}
conference-plan-release-do = Gje ut programmet
conference-plan-public-note = Det de seier om utgåva
conference-plan-public-note-hint = Alle kan lese det, saman med endringane. Kan stå tomt.
conference-plan-when-release = Når
conference-plan-now = No
conference-plan-later-at = På eit tidspunkt
conference-plan-later-hint = Då blir utkastet gjeve ut slik det er då.
conference-plan-release-button = Gje ut
conference-plan-done-released = Programmet er gjeve ut.
conference-plan-done-scheduled = Programmet blir gjeve ut til den tida.
conference-plan-done-unscheduled = Programmet blir ikkje gjeve ut av seg sjølv.
conference-plan-done-unchanged = Det var ingenting å gje ut.

# Utgåvene
conference-plan-version-column = Utgåve
conference-plan-version-newest = Den alle ser
conference-plan-released-at = Gjeve ut
conference-plan-version-changes = { $added } nye, { $moved } flytta, { $removed } borte, { $edited } med andre opplysningar
conference-plan-take = Ta tilbake
conference-plan-take-version = Ta tilbake utgåve { $number }
conference-plan-take-text = Utkastet blir då likt den utgåva, og det som er endra sidan, blir borte frå utkastet. Ingen merkar noko før du gjev det ut.
conference-plan-editions = Tidlegare år
conference-plan-editions-text = Du kan byrje med stader, spor, bolkar og innleiarar frå eit anna år. Dagar og tider blir ikkje med, og samtykke må de be om på nytt.
conference-plan-copy = Hent frå { $title } ({ $sessions } bolkar)
conference-plan-done-taken = Utkastet er likt den utgåva no.
conference-plan-done-copied = Utkastet har fått stader, spor, bolkar og innleiarar.
conference-plan-done-changed = Utkastet er endra sidan du opna sida, så ingenting vart gjort. Prøv ein gong til.
conference-plan-done-not-empty = Det er noko i utkastet alt. Du kan berre hente frå eit anna år før de byrjar å planleggje.

# Korleis folk kan delta
conference-plan-ways = Deltaking
conference-plan-ways-title = Slik kan folk delta
conference-plan-ways-text = Her byter de form for heile konferansen. Alle som er påmelde, beheld påmeldinga. Før noko skjer, får de sjå kven det gjeld.
conference-plan-ways-closed = Konferansen er over eller avlyst, så her er det ikkje noko meir å endre.
conference-plan-ways-done = Slik er det no. Alle det gjeld, får vite det.
conference-plan-ways-stale = Nokon andre har endra det same
conference-plan-ways-stale-text = Det skjedde etter at du opna sida. I skjemaet står det du skreiv. Slik er det no:
conference-plan-ways-attendance = Korleis kan folk delta?
conference-plan-ways-attendance-missing = Vel korleis folk kan delta.
conference-plan-ways-online-hint = Adressa til sendinga skriv de på oversikta.
conference-plan-ways-only-when = Gjeld berre når folk kan delta slik.
conference-plan-ways-venue = Kvar folk møtest
conference-plan-ways-label = Kva forma heiter i påmeldinga
conference-plan-ways-capacity-hint = Tomt når det ikkje er nokon grense.
conference-plan-ways-price = Pris
conference-plan-ways-hint = Det folk bør vite før dei vel
conference-plan-ways-text-missing = Skriv teksten på alle språka som er merkte.
conference-plan-ways-too-long = Teksten er for lang.
conference-plan-ways-look = Sjå kven det gjeld
conference-plan-ways-switch = Byt no
conference-plan-ways-same = Dette er slik det er alt.
conference-plan-ways-nobody = Ingen som er påmelde, blir flytta.
conference-plan-ways-told = Kvar av dei får eit brev om det.
conference-plan-ways-moving = { $people ->
    [one] 1 person som har plass, blir flytta: «{ $before }» blir «{ $now }».
   *[other] { $people } personar som har plass, blir flytte: «{ $before }» blir «{ $now }».
}
conference-plan-ways-moving-all = { $people ->
    [one] 1 person som har plass, blir flytta til «{ $now }».
   *[other] { $people } personar som har plass, blir flytte til «{ $now }».
}
conference-plan-ways-room = Det er plass til alle.
conference-plan-ways-queued = { $count ->
    [one] Det er ikkje plass til alle: 1 misser plassen og kjem på venteliste.
   *[other] Det er ikkje plass til alle: { $count } misser plassen og kjem på venteliste.
}
conference-plan-ways-waiting = { $count ->
    [one] 1 person på venteliste ventar vidare, på «{ $now }».
   *[other] { $count } personar på venteliste ventar vidare, på «{ $now }».
}
conference-plan-ways-counted = { $people ->
    [one] 1 person melde seg på utan å velje form. Personen beheld plassen, og blir rekna som «{ $now }».
   *[other] { $people } personar melde seg på utan å velje form. Dei beheld plassen, og blir rekna som «{ $now }».
}
conference-plan-ways-tight = «{ $form }»: { $taken } har plass, og det blir { $capacity } plassar. Ingen misser plassen, men ingen nye får plass før det blir ledig.
conference-plan-ways-sessions = { $count ->
    [one] 1 bolk i programmet er berre for ei form som ikkje finst lenger.
   *[other] { $count } bolkar i programmet er berre for ei form som ikkje finst lenger.
}
