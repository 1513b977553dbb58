# Conferences: programme, sessions, speakers.

# De åpne sidene
conference-public-pages = Sider om konferansen
conference-public-to-event = Om konferansen
conference-public-to-programme = Program
conference-public-to-now = Nå og neste
conference-public-to-changes = Endringer
conference-public-back-to-event = Til siden om konferansen
conference-public-back-to-programme = Til programmet
conference-public-when = Når
conference-public-where = Hvor
conference-public-online = På nett
conference-public-both = { $venue }, og på nett
conference-public-streamed = også på nett
conference-public-municipality = Vertskommune
conference-public-price = Pris
conference-public-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangører
}
conference-public-deadline = Påmeldingsfrist
conference-public-about = Om konferansen
conference-public-about-session = Om denne bolken
conference-public-forms = Slik kan du delta
conference-public-programme = Program
conference-public-programme-of = Program for { $title }
conference-public-whole-programme = Se hele programmet
conference-public-no-programme = Programmet er ikke klart ennå. Det kommer her.
conference-public-version = Utgave { $number } av programmet kom { $date }.
conference-public-speakers = Medvirkende
conference-public-taking-part = De som medvirker
conference-public-takes-part-in = Medvirker i
conference-public-moderates = ordstyrer
conference-public-questions = Spørsmål?
conference-public-ask = Spør { $name }:
conference-public-call = Har du noe å fortelle?
conference-public-call-send = Send inn forslag
conference-public-call-read = Se hva vi ser etter
conference-public-editions = Andre år
conference-public-sign-up = Meld meg på
conference-public-wait = Sett meg på venteliste
conference-public-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plasser
}
conference-public-full-short = Fullt
conference-public-full-with-list-short = Fullt, venteliste
conference-public-full-with-list = { $waiting ->
    [0] Fullt. Du kan sette deg på venteliste.
    [one] Fullt. Du kan sette deg på venteliste. Der står det 1 nå.
   *[other] Fullt. Du kan sette deg på venteliste. Der står det { $waiting } nå.
}
conference-public-conference-full = Konferansen er fulltegnet.
conference-public-conference-full-with-list = { $waiting ->
    [0] Konferansen er fulltegnet, men du kan sette deg på venteliste.
    [one] Konferansen er fulltegnet, men du kan sette deg på venteliste. Der står det 1 nå.
   *[other] Konferansen er fulltegnet, men du kan sette deg på venteliste. Der står det { $waiting } nå.
}
conference-public-early = Påmeldingen åpner { $when }.
conference-public-closed = Påmeldingen er stengt. Spør arrangøren om det er plass.
conference-public-going-on = Konferansen er i gang, og påmeldingen er stengt.
conference-public-over = Konferansen er over.
conference-public-cancelled = Konferansen er avlyst.
conference-public-cancelled-short = Avlyst
conference-public-today = Konferansen er i gang i dag.
conference-public-see-now = Se hva som skjer nå
conference-public-chooses = I påmeldingen velger du også mellom bolker som har begrenset plass.
conference-public-chosen = Krever påmelding
conference-public-chosen-text = Denne bolken velger du når du melder deg på konferansen. Er du allerede påmeldt, kan du velge den på siden med påmeldingen din.
conference-public-given-several = Bolken holdes { $count } ganger. Velg den som passer best.
conference-public-calendar = Legg i kalenderen
conference-public-calendar-whole = Hele programmet til kalenderen
conference-public-calendar-hint = Din egen lenke til sendingen kommer først i kalenderen når du er påmeldt til å delta på nett.
conference-public-views = Vis programmet
conference-public-by-day = Etter dag
conference-public-by-track = Etter spor
conference-public-by-room = Etter rom
conference-public-no-track = Utenfor sporene
conference-public-on-this-page = På denne siden
conference-public-search-label = Søk i programmet
conference-public-search = Søk
conference-public-found = { $count ->
    [one] 1 treff på «{ $asked }»
   *[other] { $count } treff på «{ $asked }»
}
conference-public-found-nothing = Vi fant ikke noe. Prøv færre eller andre ord.
conference-public-found-more = Her er de { $shown } første. Skriv flere ord for å finne færre.
conference-public-kind-plenary = Felles for alle
conference-public-kind-parallel = Parallell økt
conference-public-kind-workshop = Verksted
conference-public-kind-site-visit = Befaring
conference-public-kind-break = Pause
conference-public-kind-social = Sosialt
conference-public-access = Tilrettelegging
conference-public-access-hearing-loop = Teleslynge
conference-public-access-sign-language = Tegnspråktolk
conference-public-access-captions = Skrivetolking
conference-public-access-step-free = Trinnfri adkomst
conference-public-now-title = Nå og neste
conference-public-now = Nå
conference-public-next = Neste
conference-public-nothing-now = Det er ikke noe på programmet akkurat nå.
conference-public-not-begun = Konferansen har ikke begynt ennå.
conference-public-last = Dette er det siste på programmet. Takk for nå!
conference-public-again = Vis på nytt
conference-public-changes-title = Endringer i programmet
conference-public-version-number = Utgave { $number }
conference-public-first-version = Programmet ble lagt ut for første gang.
conference-public-no-changes = Ingen bolker er endret.
conference-public-older-versions = Eldre utgaver
conference-public-change-removed = Går ut
conference-public-change-moved = Flyttet
conference-public-change-added = Ny
conference-public-change-edited = Endret
conference-public-slot-now = Nå:
conference-public-slot-before = Før:

# Veien inn i sendingen
conference-public-join-title = Bli med på { $title }
conference-public-join = Bli med
conference-public-join-text = Sendingen er åpen. Trykk på knappen, så kommer du rett inn.
conference-public-join-personal = Lenken er bare til deg. Ikke del den med andre: De kan melde seg på selv.
conference-public-door-early = Sendingen er ikke åpen ennå
conference-public-door-early-text = Du kan bli med fra { $when }. Kom tilbake hit da.
conference-public-door-again = Prøv igjen
conference-public-door-over = Konferansen er over
conference-public-door-over-text = Takk for at du ville være med. Vi håper å se deg en annen gang.
conference-public-door-waiting = Du står på venteliste
conference-public-door-waiting-text = Du har ikke plass ennå. Vi skriver til deg med en gang det blir en ledig plass til deg.
conference-public-door-withdrawn = Du er meldt av
conference-public-door-withdrawn-text = Derfor gjelder ikke lenken lenger. Vil du være med likevel, kan du melde deg på en gang til.
conference-public-door-in-person = Du er påmeldt for å møte opp
conference-public-door-in-person-text = Vil du heller delta på nett, kan du bytte på siden med påmeldingen din, så lenge det er plass. Lenken dit står i e-posten du fikk.
conference-public-door-offline = Konferansen sendes ikke på nett
conference-public-door-offline-text = Spør arrangøren hvis du trodde det var mulig å delta på nett.
conference-public-door-cancelled-text = Du trenger ikke gjøre noe med påmeldingen.
conference-public-door-unknown = Lenken virker ikke
conference-public-door-unknown-text = Den kan være feil, eller den er byttet ut. Bruk lenken i den siste e-posten du fikk om konferansen.

# Innspill til programmet
conference-call-page = Send inn forslag til { $title }
conference-call-early = Du kan sende inn forslag fra { $when }.
conference-call-open = Du kan sende inn forslag til { $when }.
conference-call-over = Fristen for å sende inn forslag er ute.
conference-call-received = Vi har fått forslaget ditt
conference-call-received-text = Takk! Vi har sendt deg en e-post. Der er lenken du bruker når du vil endre eller trekke forslaget.
conference-call-trapped = Et felt som skal stå tomt, var fylt ut. Se over skjemaet og send det en gang til.
conference-call-not-genuine = Vi så ikke om skjemaet kom fra siden vår. Det du skrev, står her ennå. Send det en gang til.
conference-call-sent-before = Du har allerede sendt inn dette skjemaet, men med en annen tekst. Vil du endre forslaget, bruker du lenken i e-posten. Sender du en gang til, blir det et nytt forslag.
conference-call-closed-meanwhile = Vi tar ikke imot flere forslag eller endringer nå. Det du skrev, er ikke lagret.
conference-call-about-proposal = Om forslaget
conference-call-title = Tittel
conference-call-summary = Hva handler det om?
conference-call-summary-hint = Fortell hva deltakerne får vite eller gjøre. Blir forslaget tatt inn, bruker vi teksten i programmet.
conference-call-kind = Form
conference-call-track = Spor
conference-call-no-track = Vet ikke
conference-call-people = De som skal medvirke
conference-call-people-text = La radene stå tomme om du er alene.
conference-call-you = Du som sender inn
conference-call-person = Medvirkende { $number }
conference-call-name = Navn
conference-call-email = E-post
conference-call-email-others = Trengs først om forslaget blir tatt inn. Da får de sin egen lenke.
conference-call-organisation = Organisasjon
conference-call-role = Rolle eller stilling
conference-call-consents = Ja, dere kan vise navnet mitt og teksten i programmet
conference-call-consents-hint = Gjelder bare deg, og bare om forslaget blir tatt inn. Du kan trekke samtykket når du vil.
conference-call-privacy = { $organisation } bruker opplysningene til å vurdere forslaget og svare deg. De andre som planlegger konferansen, ser dem også.
conference-call-kept = Forslag som ikke blir tatt inn, sletter vi senest { $date }.
conference-call-send = Send inn
conference-call-title-missing = Skriv en tittel.
conference-call-summary-missing = Fortell hva det handler om.
conference-call-kind-missing = Velg en form.
conference-call-track-wrong = Sporet finnes ikke lenger. Velg et annet.
conference-call-name-missing = Skriv navnet.
conference-call-email-missing = Skriv e-postadressen din, så vi kan svare deg.
conference-call-email-wrong = Skriv adressen slik: kari@kommune.no
conference-call-answer-missing = Svar på spørsmålet.
conference-call-too-long = Teksten er for lang. Bruk høyst { $most } tegn.
conference-call-own = Forslaget ditt
conference-call-saved = Endringene er lagret.
conference-call-stale = Andre har endret dette
conference-call-stale-text = Det skjedde etter at du åpnet siden. I skjemaet står det du skrev. Lagrer du nå, gjelder det. Slik er det i dag:
conference-call-is-received = Vi vurderer forslaget.
conference-call-is-accepted = Forslaget er tatt inn.
conference-call-is-declined = Forslaget er ikke tatt inn.
conference-call-is-withdrawn = Forslaget er trukket.
conference-call-is-withdrawn-text = Vi har slettet det som sto i det.
conference-call-sent-in = Det kom inn { $when }.
conference-call-mendable = Du kan endre det til { $when }.
conference-call-keep = Lagre
conference-call-withdraw = Trekk forslaget
conference-call-withdraw-text = Da sletter vi alt som står i det, med en gang.
conference-call-withdraw-sure = Ja, jeg vil trekke forslaget
conference-call-withdraw-sure-missing = Kryss av for at du vil trekke forslaget.
conference-call-answered-meanwhile = Forslaget er allerede besvart. Ta kontakt med arrangøren.
conference-call-proposals = Forslag
conference-call-see-page = Se siden der forslagene blir sendt inn
conference-call-none = Dere har ikke bedt om forslag ennå. Sett opp tidene nedenfor, så er siden åpen fra da.
conference-call-no-proposals = Ingen har sendt inn noe ennå.
conference-call-from = Fra
conference-call-and-others = og { $count } til
conference-call-state = Status
conference-call-state-received = Ikke besvart
conference-call-state-accepted = Tatt inn
conference-call-state-declined = Ikke tatt inn
conference-call-reviews = Vurderinger
conference-call-average = Snitt
conference-call-tenths = { $whole },{ $tenths }
conference-call-average-text = Du ser snittet når du har gitt din egen vurdering.
conference-call-you-close = du er inhabil
conference-call-not-yours = du har ikke vurdert
conference-call-setup = Når og hva dere ber om
conference-call-opens = Åpner
conference-call-opens-time = Åpner klokka
conference-call-closes = Stenger
conference-call-closes-time = Stenger klokka
conference-call-closes-before-opening = Fristen må være etter at det åpner.
conference-call-text = Det dere ber om
conference-call-text-missing = Skriv hva dere ber om, på minst ett språk.
conference-call-questions = Egne spørsmål
conference-call-questions-text = La et spørsmål stå tomt for å ta det bort. Svar som er kommet inn på det, blir ikke vist da.
conference-call-question = Spørsmål { $number }
conference-call-question-required = Spørsmål { $number } må besvares
conference-call-to-session = Se bolken i utkastet
conference-call-to-speaker = se medvirkende
conference-call-came = Kom inn
conference-call-mended = endret { $when }
conference-call-consented = Den som sendte inn, vil gjerne bli vist i programmet.
conference-call-your-review = Din vurdering
conference-call-score = Karakter
conference-call-score-hint = 5 er best.
conference-call-score-missing = Velg en karakter, eller kryss av for at du er inhabil.
conference-call-comment = Kommentar til de andre i komiteen
conference-call-comment-long = Teksten er for lang. Bruk høyst 4000 tegn.
conference-call-conflict = Jeg er inhabil
conference-call-conflict-hint = Da kan du ikke gi karakter, se hva de andre mener, eller svare på forslaget. Det kan ikke gjøres om.
conference-call-conflict-said = Du har sagt at du er inhabil.
conference-call-keep-review = Lagre vurderingen
conference-call-reviews-of-others = Det de andre mener
conference-call-hidden = { $count ->
    [0] Ingen har gitt karakter ennå.
    [one] 1 har gitt karakter. Du ser den når du har gitt din.
   *[other] { $count } har gitt karakter. Du ser dem når du har gitt din.
}
conference-call-hidden-close = Du er inhabil, og ser dem ikke.
conference-call-is-close = Inhabil
conference-call-answer = Svar
conference-call-note = Hilsen fra dere i brevet
conference-call-note-hint = Den som sendte inn, får svaret på e-post med en gang.
conference-call-accept = Ta inn i programmet
conference-call-decline = Takk nei
conference-call-too-close = Du er inhabil, så andre må svare.
conference-call-answered-already = Forslaget er allerede besvart.
conference-call-nothing-done = Vi forsto ikke hva du ville gjøre. Prøv en gang til.
conference-call-back = Til alle forslagene

# Siden til den som medvirker, og filene til bolkene
conference-speaker-page = Siden din som medvirkende
conference-speaker-slots = Når du medvirker
conference-speaker-slots-text = Vi skriver til deg dersom noe blir endret.
conference-speaker-no-slots = Tidene er ikke klare. Vi skriver til deg når programmet er lagt ut.
conference-speaker-consent = Hva andre får se
conference-speaker-shown = Du sa { $when } ja til at vi viser navn, tekst, bilde og lysark på de åpne sidene.
conference-speaker-hidden = Du er ikke nevnt på de åpne sidene. Vil du det, viser vi navn, tekst, bilde og lysark fra deg.
conference-speaker-agree = Ja, vis meg i programmet
conference-speaker-withdraw = Ikke vis meg lenger
conference-speaker-text = Det som står om deg
conference-speaker-languages = Skriv på de språkene du vil. Andre ser det språket som ligger nærmest deres.
conference-speaker-biography = Om deg
conference-speaker-photo = Bilde
conference-speaker-alt = Hva viser bildet?
conference-speaker-alt-hint = For dem som ikke ser det. For eksempel: Kari Nes smiler foran rådhuset.
conference-speaker-alt-missing = Skriv hva bildet viser.
conference-speaker-new-photo = Velg et bilde
conference-speaker-photo-hint = JPEG, PNG eller WebP, høyst 5 MB. Vi gjør det mindre og tar bort opplysninger om hvor det er tatt.
conference-speaker-send-photo = Last opp bildet
conference-speaker-remove-photo = Ta bort bildet
conference-speaker-slides = Lysark
conference-speaker-session = Bolk
conference-speaker-session-missing = Velg en bolk.
conference-speaker-new-slides = Velg en fil
conference-speaker-slides-hint = PDF, PowerPoint (.pptx) eller OpenDocument (.odp), høyst 20 MB, uten makroer og skript. PDF kan flest lese.
conference-speaker-send-slides = Last opp filen
conference-speaker-remove-slides = Ta bort «{ $title }»
conference-speaker-slides-later = Du kan laste opp lysark når programmet er lagt ut.
conference-speaker-erase = Slett alt om meg
conference-speaker-erase-text = Da sletter vi navn, tekst, bilde og lysark, og lenken slutter å virke. Bolkene dine blir stående uten navn, så avtal med arrangøren først om du skal medvirke.
conference-speaker-erase-sure = Ja, slett alt om meg
conference-speaker-erase-sure-missing = Kryss av for at du vil slette alt.
conference-speaker-erased = Alt om deg er slettet
conference-speaker-erased-text = Lenken virker ikke lenger.
conference-speaker-saved-text = Teksten er lagret.
conference-speaker-saved-consent = Valget ditt er lagret og gjelder med en gang.
conference-speaker-saved-photo = Bildet er oppdatert.
conference-speaker-saved-slides = Lysarkene er oppdatert.
conference-speaker-line-long = Teksten er for lang. Bruk høyst 150 tegn.
conference-speaker-text-long = Teksten er for lang. Bruk høyst 5000 tegn.
conference-speaker-file-missing = Velg en fil. Har du allerede gjort det, må du velge den på nytt.
conference-speaker-file-photo-large = Bildet er større enn 5 MB. Velg et mindre.
conference-speaker-file-slides-large = Filen er større enn 20 MB. Gjør bildene i den mindre, eller lagre den som PDF.
conference-speaker-file-markup = Filen er en nettside eller en SVG-tegning, og slike tar vi ikke imot. Lagre den som et vanlig bilde eller som PDF.
conference-speaker-file-no-photo = Filen er ikke et bilde av typen JPEG, PNG eller WebP.
conference-speaker-file-pixels = Bildet har for mange punkter. Gjør det mindre, for eksempel 2000 punkter bredt.
conference-speaker-file-no-slides = Filen er ikke PDF, PowerPoint (.pptx) eller OpenDocument (.odp).
conference-speaker-file-misnamed = Filen er noe annet enn navnet sier. Lagre den på nytt som PDF, .pptx eller .odp.
conference-speaker-file-film = Vi tar ikke imot film her. Legg filmen på en filmtjeneste og gi arrangøren lenken.
conference-speaker-file-script = Filen inneholder makroer, skript eller noe annet som kan kjøre. Lagre den uten, for eksempel ved å skrive ut til PDF.
conference-speaker-file-locked = Filen er låst med passord. Lagre den uten.
conference-speaker-file-damaged = Filen er skadet, eller laget på en måte vi ikke kan lese. Lagre den på nytt.
conference-speaker-file-many = Det er for mange filer. Ta bort en først.
conference-speaker-kilobytes = { $size } kB
conference-speaker-megabytes = { $size } MB
conference-speaker-recording = opptak
conference-speaker-documents = Lysark og opptak
conference-speaker-document = Fil
conference-speaker-by = Fra
conference-speaker-remove = Ta bort
conference-speaker-not-shown = blir ikke vist
conference-speaker-no-documents = Det er ingen lysark eller opptak ennå.
conference-speaker-add-recording = Legg til opptak
conference-speaker-title = Hva skal det hete?
conference-speaker-title-missing = Skriv hva opptaket skal hete.
conference-speaker-link = Adresse
conference-speaker-link-hint = Der filmen ligger. Se til at den er tekstet.
conference-speaker-link-wrong = Skriv en adresse som begynner med https://.

# Planlegging: sidene til dem som lager programmet
conference-plan-back = Til oversikten
conference-plan-overview = Konferansen
conference-plan-programme = Program
conference-plan-speakers = Innledere
conference-plan-places = Steder og dager
conference-plan-release = Gi ut
conference-plan-versions = Utgaver
conference-plan-sign-ups = Påmeldinger
conference-plan-letters = Brev
conference-plan-public = Den åpne siden
conference-plan-saved = Endringen er lagret i utkastet. Ingen andre ser den før programmet er gitt ut.
conference-plan-keep = Lagre
conference-plan-required = Må være med
conference-plan-yes = Ja
conference-plan-no = Nei

# Oversikten
conference-plan-when = Når
conference-plan-where = Hvor
conference-plan-organisers = Arrangører
conference-plan-deadline = Påmeldingsfrist
conference-plan-cancelled = Konferansen er avlyst.
conference-plan-numbers = Tall
conference-plan-admitted = Har plass
conference-plan-places-left = Ledige plasser
conference-plan-unlimited = Ikke begrenset
conference-plan-waiting = Står på venteliste
conference-plan-joined = Har vært med på nett
conference-plan-newest = Siste utgave
conference-plan-version = Utgave { $number }
conference-plan-none-released = Programmet er ikke gitt ut ennå.
conference-plan-due = Blir gitt ut
conference-plan-draft = Utkastet
conference-plan-draft-same = Likt den siste utgaven
conference-plan-draft-differs = { $people ->
    [0] Har endringer som ikke er gitt ut. Ingen som har plass, blir berørt.
    [one] Har endringer som ikke er gitt ut. 1 person blir berørt.
   *[other] Har endringer som ikke er gitt ut. { $people } personer blir berørt.
}
conference-plan-sessions = Økter
conference-plan-sessions-text = { $count } i alt, { $unplaced } uten tid
conference-plan-warnings-more = Og { $count } til.
conference-plan-warnings-name = Advarsler
conference-plan-to-programme = Til programmet
conference-plan-to-release = Se hva en ny utgave endrer
conference-plan-meeting-heading = Møteadresse
conference-plan-meeting-label = Adressen til sendingen
conference-plan-meeting-hint = Adressen står ikke i noen e-post eller kalender, så du kan bytte den når som helst.
conference-plan-meeting-save = Lagre møteadressen
conference-plan-meeting-saved = Møteadressen er lagret. Lenkene som deltakerne har fått, fører dit nå.
conference-plan-meeting-wrong = Møteadressen må være en hel adresse som begynner med https://
conference-plan-municipality = Vertskommune
conference-plan-municipality-label = Kommunen som er vertskap
conference-plan-municipality-hint = Navn eller kommunenummer, for eksempel Narvik. Står på siden om konferansen. Tomt når det ikke er noen.
conference-plan-municipality-save = Lagre vertskommunen
conference-plan-municipality-saved = Vertskommunen er lagret.
conference-plan-municipality-unknown = Vi kjenner ingen kommune med dette navnet. Se over skrivemåten.
conference-plan-municipality-several = Flere kommuner kan være ment. Skriv en av dem: { $names }
conference-plan-municipality-stale = Noen andre har endret vertskommunen til { $names }. Lagre en gang til hvis det du skrev, skal gjelde.

# Programmet av en dag
conference-plan-programme-of = Program for { $title }
conference-plan-draft-text = Dette er utkastet. Bare dere som planlegger, ser det.
conference-plan-others = Noen andre har også endret programmet siden du åpnet det.
conference-plan-show-anew = Vis det slik det er nå
conference-plan-refused = Endringen ble ikke gjort.
conference-plan-days = Dager
conference-plan-no-days = Det er ingen dager ennå.
conference-plan-no-rooms = Det er ingen rom ennå.
conference-plan-to-places = Legg til steder, rom og dager
conference-plan-new-session = Ny økt
conference-plan-new-placement = Plasser noe
conference-plan-warnings = { $count ->
    [one] 1 ting å se på
   *[other] { $count } ting å se på
}
conference-plan-online = På nett
conference-plan-without-room = Uten rom
conference-plan-time = Tid
conference-plan-holds = { $places ->
    [one] 1 plass
   *[other] { $places } plasser
}
conference-plan-add-here = Legg til noe: { $room } kl. { $time }
conference-plan-add-in = Legg til noe: { $room }
conference-plan-empty-room = Ingenting denne dagen.
conference-plan-untitled = Uten navn
conference-plan-block = Satt av, uten økt
conference-plan-flag = Advarsel { $number }: { $what }
conference-plan-change = Endre
conference-plan-change-of = Endre { $title }
conference-plan-earlier = 15 min tidligere
conference-plan-later = 15 min senere
conference-plan-longer = 15 min lengre
conference-plan-shorter = 15 min kortere
conference-plan-to-room = Til { $room }
conference-plan-duplicate = Kopier
conference-plan-remove = Ta bort
conference-plan-to-session = Til økten
conference-plan-keys = Dra en økt med musen for å flytte den, eller i nedkanten for å gjøre den lengre. Med tastaturet: Trykk M på lenken til økten, flytt med piltastene, Skift og pil opp eller ned endrer lengden, Enter lagrer og Escape angrer.
conference-plan-script-move = Flytt med piltastene. Enter lagrer, Escape angrer.
conference-plan-script-at = til
conference-plan-script-kept = Ikke endret.
conference-plan-unplaced = Uten tid ennå
conference-plan-all-placed = Alle øktene har fått en tid.
conference-plan-place = Plasser
conference-plan-place-of = Plasser { $title }
conference-plan-kind-plenary = Felles for alle
conference-plan-kind-parallel = Parallell økt
conference-plan-kind-workshop = Verksted
conference-plan-kind-site_visit = Befaring
conference-plan-kind-break = Pause
conference-plan-kind-social = Sosialt
conference-plan-attendance-in_person = På stedet
conference-plan-attendance-online = På nett
conference-plan-attendance-both = På stedet og på nett
conference-plan-need-hearing_loop = Teleslynge
conference-plan-need-sign_language = Tegnspråktolk
conference-plan-need-captions = Skrivetolking
conference-plan-need-step_free = Trinnfri adkomst
conference-plan-needed-none = Ikke etterspurt
conference-plan-needed-needed = Trengs, ikke ordnet
conference-plan-needed-answered = Ordnet
conference-plan-answered = ordnet
conference-plan-unanswered = ikke ordnet

# Advarsler
conference-plan-warn-room-twice = { $room } er i bruk til begge på samme tid.
conference-plan-warn-speaker-twice = { $name } skal være begge steder på samme tid.
conference-plan-warn-speaker-away = { $name } kan ikke da.
conference-plan-warn-too-far = { $name } må gå i { $walk } minutter, og har { $minutes }.
conference-plan-warn-over-room = Økten har { $places } plasser, og rommet tar { $room }.
conference-plan-warn-too-many = { $people } kommer, og rommet tar { $room }.
conference-plan-warn-outside-days = Er ikke på noen av dagene i programmet.
conference-plan-warn-outside-opening = Er utenom åpningstiden.
conference-plan-warn-title-missing = Mangler navn på { $languages }.
conference-plan-warn-description-missing = Mangler omtale på { $languages }.
conference-plan-warn-need = Trengs og er ikke ordnet: { $need }.
conference-plan-short-room-twice = rommet er i bruk
conference-plan-short-speaker-twice = innleder to steder
conference-plan-short-speaker-away = innleder kan ikke
conference-plan-short-too-far = for kort tid til å gå
conference-plan-short-over-room = flere plasser enn rommet
conference-plan-short-too-many = for mange til rommet
conference-plan-short-outside-days = utenom dagene
conference-plan-short-outside-opening = utenom åpningstiden
conference-plan-short-need = tilrettelegging

# Hva som er galt
conference-plan-ends-before-start = Slutten må være etter begynnelsen.
conference-plan-skipped = Denne tiden finnes ikke: Klokken blir stilt fram den natten.
conference-plan-no-such-day = Dagen er ikke en av dagene i programmet.
conference-plan-room-wrong = Velg et rom fra listen, eller «Uten rom».
conference-plan-session-wrong = Økten finnes ikke lenger.
conference-plan-track-wrong = Velg et spor fra listen.
conference-plan-name-missing = Skriv et navn.
conference-plan-day-twice = Denne dagen finnes allerede i programmet.
conference-plan-date-wrong = Skriv datoen slik: 2027-05-11.
conference-plan-clock-wrong = Skriv tiden slik: 09.30.
conference-plan-closes-before-opening = Dagen må slutte etter at den begynner.
conference-plan-taken = Skjemaet er brukt før. Åpne siden på nytt.
conference-plan-gone = Noen andre har tatt det bort.
conference-plan-in-use = Det er i bruk i programmet. Flytt eller ta bort det som er plassert der, først.
conference-plan-capacity-wrong = Tallet på plasser må være et helt tall over 0, eller tomt.
conference-plan-minutes-wrong = Skriv minuttene som et helt tall, høyst 600.
conference-plan-email-wrong = E-postadressen må inneholde @, for eksempel kari@kommune.no
conference-plan-times-wrong = Skriv tidene slik: 09.30. Slutten må være etter begynnelsen.
conference-plan-note-missing = Skriv hva tiden er satt av til.
conference-plan-due-wrong = Velg et tidspunkt som ikke er over, for eksempel 09.30.
conference-plan-speaks = Personen står i programmet, i utkastet eller i den siste utgaven. Ta navnet bort der og gi ut programmet først.

# Tid og rom
conference-plan-what = Hva
conference-plan-what-hint = En økt, eller tid som er satt av til noe som ikke står i programmet.
conference-plan-note = Satt av til
conference-plan-note-hint = For eksempel rigging. Bare dere som planlegger, ser det. La feltet stå tomt for en økt.
conference-plan-day = Dag
conference-plan-from = Fra
conference-plan-to = Til
conference-plan-clock-hint = For eksempel 09.30
conference-plan-next-day = Slutter etter midnatt
conference-plan-room = Rom
conference-plan-holders = { $count ->
    [one] 1 person har plass her.
   *[other] { $count } personer har plass her.
}
conference-plan-more = Mer
conference-plan-duplicate-long = Gi økten en gang til, rett etter
conference-plan-remove-long = Ta bort fra programmet
conference-plan-remove-text = Økten blir liggende uten tid. De som har plass, mister den først når du gir ut programmet, og du får se hvem det gjelder før det.
conference-plan-remove-block-text = Tiden blir ledig.

# En økt
conference-plan-given = Når økten går
conference-plan-not-placed = Økten har ikke fått noen tid ennå.
conference-plan-place-again = Plasser en gang til
conference-plan-field-title = Navn
conference-plan-field-description = Omtale
conference-plan-description-hint = Vanlig tekst. En tom linje mellom avsnittene.
conference-plan-field-kind = Type
conference-plan-field-track = Spor
conference-plan-no-track = Uten spor
conference-plan-field-attendance = Deltakelse
conference-plan-field-chosen = Deltakerne velger denne økten
conference-plan-chosen-hint = Da har den egne plasser. Ellers kan alle komme.
conference-plan-field-capacity = Plasser
conference-plan-capacity-hint = Bare når det er færre enn rommet tar.
conference-plan-field-speakers = Innledere og ordstyrere
conference-plan-speakers-hint = Navnene kommer fra siden
conference-plan-speaker-number = Person { $number }
conference-plan-nobody = Ingen
conference-plan-part = Oppgave
conference-plan-part-speaks = Innleder
conference-plan-part-moderates = Ordstyrer
conference-plan-moderates = { $name } (ordstyrer)
conference-plan-field-needs = Tilrettelegging
conference-plan-add-session = Legg til økten
conference-plan-remove-session = Slett økten
conference-plan-remove-session-text = { $count ->
    [0] Tekstene blir borte fra utkastet.
    [one] Tekstene og tiden blir borte fra utkastet.
   *[other] Tekstene og de { $count } tidene blir borte fra utkastet.
}

# Når to har endret det samme
conference-plan-conflict = Noen andre har endret det samme
conference-plan-conflict-text = «{ $name }» er endret siden du åpnet siden. Ingenting er skrevet over. Velg hva som skal gjelde.
conference-plan-conflict-remove = «{ $name }» er endret siden du åpnet siden. Se om du fortsatt vil gjøre det samme.
conference-plan-conflict-both = Slik det er nå, og slik du ville ha det
conference-plan-conflict-field = Felt
conference-plan-conflict-now = Slik det er nå
conference-plan-conflict-wanted = Slik du ville ha det
conference-plan-conflict-mine = Bruk min endring
conference-plan-conflict-theirs = Behold det slik det er nå
conference-plan-conflict-go-on = Gjør det likevel
conference-plan-field-time = Tid
conference-plan-field-room = Rom
conference-plan-field-note = Satt av til
conference-plan-field-name = Navn
conference-plan-field-address = Adresse
conference-plan-field-date = Dato
conference-plan-field-opens = Åpner
conference-plan-field-closes = Stenger
conference-plan-field-walks = Gangtid

# Steder og dager
conference-plan-date = Dato
conference-plan-date-hint = For eksempel 2027-05-11
conference-plan-day-title = Hva dagen heter
conference-plan-new-day = Ny dag
conference-plan-add-day = Legg til dagen
conference-plan-remove-day = Ta bort dagen
conference-plan-venues = Steder og rom
conference-plan-new-venue = Nytt sted
conference-plan-add-venue = Legg til stedet
conference-plan-remove-venue = Ta bort stedet
conference-plan-new-room = Nytt rom
conference-plan-room-of = Rom: { $name }
conference-plan-room-name = Navn ({ $language })
conference-plan-room-capacity = Hvor mange rommet tar
conference-plan-room-capacity-hint = Tomt når det ikke er noen grense.
conference-plan-remove-room = Ta bort rommet
conference-plan-walks = Gangtid mellom stedene
conference-plan-walks-text = Minutter å gå. Programmet advarer når det er for kort tid mellom to økter.
conference-plan-way = { $from } – { $to }
conference-plan-tracks = Spor
conference-plan-new-track = Nytt spor
conference-plan-add-track = Legg til sporet
conference-plan-remove-track = Ta bort sporet
conference-plan-colour = Farge
conference-plan-colour-number = Farge { $number }

# Innledere
conference-plan-new-speaker = Ny innleder
conference-plan-no-speakers = Det er ingen innledere ennå.
conference-plan-organisation = Organisasjon
conference-plan-lacks = Mangler
conference-plan-lacks-email = e-postadresse
conference-plan-lacks-consent = samtykke
conference-plan-email = E-postadresse
conference-plan-email-hint = Dit sender vi tid og sted når programmet blir gitt ut.
conference-plan-letters-in = Brev på
conference-plan-role = Stilling eller rolle
conference-plan-biography = Omtale av personen
conference-plan-consents = Har sagt ja til at navn, omtale og bilde blir vist
conference-plan-consents-hint = Uten samtykke blir ikke personen vist på de åpne sidene.
conference-plan-consented = Sa ja { $when }.
conference-plan-unavailable = Kan ikke
conference-plan-unavailable-hint = Uten klokkeslett gjelder det hele dagen.
conference-plan-day-number = Dag { $number }
conference-plan-no-day = Ingen dag
conference-plan-add-speaker = Legg til innlederen
conference-plan-remove-speaker = Slett innlederen
conference-plan-remove-speaker-text = Alle opplysningene om personen blir slettet.
conference-plan-speaks-in = Er med i:
conference-plan-to-speakers = Til innlederne
conference-plan-speaker-conflict = Slik er det nå. I skjemaet under står det du skrev. Lagre for å bruke det, eller behold det som er.

# Å gi ut programmet
conference-plan-release-newest = Utgave { $number } er den som alle ser nå.
conference-plan-release-first = Programmet er ikke gitt ut før. Når du gjør det, kan alle se det.
conference-plan-release-due = Utkastet blir gitt ut { $when }, slik det er da.
conference-plan-unschedule = Ikke gi det ut da
conference-plan-release-changed = Utkastet er endret siden du så på det. Se gjennom endringene en gang til.
conference-plan-affected = Hvem det gjelder
conference-plan-affected-people = { $count ->
    [one] 1 person som har plass, blir berørt.
   *[other] { $count } personer som har plass, blir berørt.
}
conference-plan-affected-losing = { $count ->
    [one] 1 plass går tapt, fordi økten ikke går eller rommet er for lite.
   *[other] { $count } plasser går tapt, fordi økten ikke går eller rommet er for lite.
}
conference-plan-affected-clashing = { $count ->
    [one] 1 person får to økter som ikke går i hop:
   *[other] { $count } personer får to økter som ikke går i hop:
}
conference-plan-affected-text = Hver av dem får ett brev som sier hva som er nytt for dem. De med to økter som ikke går i hop, får en frist til å velge.
conference-plan-affected-nobody = Ingen som har plass i en økt, blir berørt.
conference-plan-people = { $count ->
    [one] 1 person
   *[other] { $count } personer
}
conference-plan-differences = Endringer
conference-plan-no-differences = Utkastet er likt det som alle ser.
conference-plan-session = Økt
conference-plan-what-happens = Hva som skjer
conference-plan-have-place = Har plass
conference-plan-change-added = Ny
conference-plan-change-moved = Flyttet
conference-plan-change-removed = Går ikke lenger
conference-plan-change-edited = Andre opplysninger
conference-plan-was = Før:
conference-plan-becomes = Nå:
conference-plan-lose = { $count ->
    [one] 1 mister plassen.
   *[other] { $count } mister plassen.
}
conference-plan-only-places = { $count ->
    [one] Det er bare 1 plass nå.
   *[other] Det er bare { $count } plasser nå.
}
conference-plan-release-do = Gi ut programmet
conference-plan-public-note = Det dere sier om utgaven
conference-plan-public-note-hint = Alle kan lese det, sammen med endringene. Kan stå tomt.
conference-plan-when-release = Når
conference-plan-now = Nå
conference-plan-later-at = På et tidspunkt
conference-plan-later-hint = Da blir utkastet gitt ut slik det er da.
conference-plan-release-button = Gi ut
conference-plan-done-released = Programmet er gitt ut.
conference-plan-done-scheduled = Programmet blir gitt ut til den tiden.
conference-plan-done-unscheduled = Programmet blir ikke gitt ut av seg selv.
conference-plan-done-unchanged = Det var ingenting å gi ut.

# Utgavene
conference-plan-version-column = Utgave
conference-plan-version-newest = Den alle ser
conference-plan-released-at = Gitt ut
conference-plan-version-changes = { $added } nye, { $moved } flyttet, { $removed } borte, { $edited } med andre opplysninger
conference-plan-take = Ta tilbake
conference-plan-take-version = Ta tilbake utgave { $number }
conference-plan-take-text = Utkastet blir da likt den utgaven, og det som er endret siden, blir borte fra utkastet. Ingen merker noe før du gir det ut.
conference-plan-editions = Tidligere år
conference-plan-editions-text = Du kan begynne med steder, spor, økter og innledere fra et annet år. Dager og tider blir ikke med, og samtykke må dere be om på nytt.
conference-plan-copy = Hent fra { $title } ({ $sessions } økter)
conference-plan-done-taken = Utkastet er likt den utgaven nå.
conference-plan-done-copied = Utkastet har fått steder, spor, økter og innledere.
conference-plan-done-changed = Utkastet er endret siden du åpnet siden, så ingenting ble gjort. Prøv en gang til.
conference-plan-done-not-empty = Det er noe i utkastet allerede. Du kan bare hente fra et annet år før dere begynner å planlegge.

# Hvordan folk kan delta
conference-plan-ways = Deltakelse
conference-plan-ways-title = Slik kan folk delta
conference-plan-ways-text = Her bytter dere form for hele konferansen. Alle som er påmeldt, beholder påmeldingen. Før noe skjer, får dere se hvem det gjelder.
conference-plan-ways-closed = Konferansen er over eller avlyst, så her er det ikke mer å endre.
conference-plan-ways-done = Slik er det nå. Alle det gjelder, får vite det.
conference-plan-ways-stale = Noen andre har endret det samme
conference-plan-ways-stale-text = Det skjedde etter at du åpnet siden. I skjemaet står det du skrev. Slik er det nå:
conference-plan-ways-attendance = Hvordan kan folk delta?
conference-plan-ways-attendance-missing = Velg hvordan folk kan delta.
conference-plan-ways-online-hint = Adressen til sendingen skriver dere på oversikten.
conference-plan-ways-only-when = Gjelder bare når folk kan delta slik.
conference-plan-ways-venue = Hvor folk møtes
conference-plan-ways-label = Hva formen heter i påmeldingen
conference-plan-ways-capacity-hint = Tomt når det ikke er noen grense.
conference-plan-ways-price = Pris
conference-plan-ways-hint = Det folk bør vite før de velger
conference-plan-ways-text-missing = Skriv teksten på alle språkene som er merket.
conference-plan-ways-too-long = Teksten er for lang.
conference-plan-ways-look = Se hvem det gjelder
conference-plan-ways-switch = Bytt nå
conference-plan-ways-same = Dette er slik det allerede er.
conference-plan-ways-nobody = Ingen som er påmeldt, blir flyttet.
conference-plan-ways-told = Hver av dem får et brev om det.
conference-plan-ways-moving = { $people ->
    [one] 1 person som har plass, blir flyttet: «{ $before }» blir «{ $now }».
   *[other] { $people } personer som har plass, blir flyttet: «{ $before }» blir «{ $now }».
}
conference-plan-ways-moving-all = { $people ->
    [one] 1 person som har plass, blir flyttet til «{ $now }».
   *[other] { $people } personer som har plass, blir flyttet til «{ $now }».
}
conference-plan-ways-room = Det er plass til alle.
conference-plan-ways-queued = { $count ->
    [one] Det er ikke plass til alle: 1 mister plassen og kommer på venteliste.
   *[other] Det er ikke plass til alle: { $count } mister plassen og kommer på venteliste.
}
conference-plan-ways-waiting = { $count ->
    [one] 1 person på venteliste venter videre, på «{ $now }».
   *[other] { $count } personer på venteliste venter videre, på «{ $now }».
}
conference-plan-ways-counted = { $people ->
    [one] 1 person meldte seg på uten å velge form. Personen beholder plassen, og blir regnet som «{ $now }».
   *[other] { $people } personer meldte seg på uten å velge form. De beholder plassen, og blir regnet som «{ $now }».
}
conference-plan-ways-tight = «{ $form }»: { $taken } har plass, og det blir { $capacity } plasser. Ingen mister plassen, men ingen nye får plass før det blir ledig.
conference-plan-ways-sessions = { $count ->
    [one] 1 økt i programmet er bare for en form som ikke finnes lenger.
   *[other] { $count } økter i programmet er bare for en form som ikke finnes lenger.
}
