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
