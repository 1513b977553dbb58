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
