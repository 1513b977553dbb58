# The sign-up form, its receipt and the list of those signed up.
reg-form-title = Meld deg på { $event }
reg-problems = For å melde deg på må du rette dette:
reg-when = Når
reg-where = Hvor
reg-online = På nett. Du får lenke når du er påmeldt.
reg-or-online = eller på nett
reg-price = Pris
reg-contact = Lurer du på noe? Spør
reg-and = og
reg-read-more = Les mer om arrangementet
reg-places-left = { $n ->
    [one] { $n } ledig plass
   *[other] { $n } ledige plasser
}
reg-full = Fullt. Du kan sette deg på venteliste.
reg-waiting-now = { $n ->
    [one] { $n } person står på listen nå.
   *[other] { $n } personer står på listen nå.
}
reg-all-required = Alle feltene må fylles ut.
reg-about-you = Om deg
reg-name = Navn
reg-email = E-post
reg-email-hint = Vi sender bekreftelse og kalenderinvitasjon hit.
reg-why = Hvorfor spør vi om dette?
reg-answer-erased = Vi sletter svaret { $date }.
reg-answer-sensitive = Svaret oppbevares for seg, og bare de som trenger det, får se det.
reg-yes = Ja
reg-answers = Svarene
reg-no = Nei
reg-no-answer = Vil ikke svare
reg-which-municipality = Hvilken kommune mente du?
reg-attend = Hvordan vil du delta?
reg-attend-in_person = Jeg møter opp
reg-attend-online = Jeg deltar på nett
reg-choice-only-in_person = Bare for dem som møter opp.
reg-choice-only-online = Bare for dem som deltar på nett.
reg-choices-anytime = Når som helst
reg-choices = Hva vil du være med på?
reg-choice-full = Fullt – venteliste. Du kan sette deg på lista.
reg-choice-closed = Fullt.
reg-choices-receipt = Det du valgte
reg-choice-held = du har plass
reg-choice-waiting = du står på venteliste
reg-choice-undecided = arrangøren avgjør
reg-choice-offered = du har fått tilbud om plass
reg-choice-released = meldt av
reg-guests = Meld på flere
reg-guests-text = { $n ->
    [one] Du kan melde på én person til. Dere får plass sammen eller står på venteliste sammen. Valg og svar om kommune og organisasjon gjelder for alle, og hver får egen e-post.
   *[other] Du kan melde på inntil { $n } til. Dere får plass sammen eller står på venteliste sammen. Valg og svar om kommune og organisasjon gjelder for alle, og hver får egen e-post.
}
reg-guest = Person { $n }
reg-guest-name = Navnet til den du melder på
reg-guest-email = E-posten til den du melder på
reg-field-guest-name = Navn på person { $n }
reg-field-guest-email = E-post til person { $n }
reg-controller = { $organisation } er ansvarlig for opplysningene dine.
reg-controller-with = { $organisation } er ansvarlig for opplysningene dine. Disse arrangerer sammen med dem og ser bare tall: { $others }.
reg-erased = Vi sletter opplysningene dine { $date }.
reg-public-access = Arrangøren kan få spørsmål om innsyn i listen over påmeldte.
reg-privacy = Les hvordan vi bruker og sletter opplysningene
reg-submit = Meld meg på
reg-submit-waiting = Sett meg på venteliste

# Why one cannot sign up, or not just now.
reg-closed = Påmeldingen er stengt
reg-closed-text = Spør arrangøren om det er plass.
reg-not-open = Påmeldingen er ikke åpen ennå
reg-not-open-text = Du kan melde deg på fra { $when }.
reg-no-places = Det er fullt
reg-no-places-text = Alle plassene er tatt, og det er ingen venteliste. Spør arrangøren om det er plass.
reg-cancelled = Arrangementet er avlyst
reg-cancelled-text = Du kan ikke melde deg på. Spør arrangøren om det kommer et nytt.
reg-over = Arrangementet er over
reg-over-text = Du kan ikke melde deg på lenger. Se på forsiden hva som kommer.
reg-not-genuine = Send skjemaet en gang til
reg-not-genuine-text = Siden har vært åpen for lenge, så vi kunne ikke ta imot den. Ingenting er lagret. Alt du skrev, står her ennå: trykk på knappen nederst en gang til.
reg-trapped = Skjemaet er ikke sendt
reg-trapped-text = Et felt som ikke er synlig, var fylt ut, så ingenting er lagret. Alt du skrev, står her ennå: trykk på knappen nederst en gang til.
reg-busy = Det er mange her akkurat nå
reg-busy-text = Vi rakk ikke å ta imot skjemaet. Alt du skrev, står her ennå: vent litt og trykk på knappen nederst en gang til.
reg-sent-before = Skjemaet er sendt før
reg-sent-before-text = Det samme skjemaet er sendt én gang før, med andre svar. Vil du melde på noen til, trykk på knappen nederst en gang til.
reg-party-too-large = Dere er for mange
reg-party-too-large-text = Så mange kan ikke melde seg på sammen. Ta bort noen, eller spør arrangøren.
reg-not-invited = Du kan ikke melde deg på med denne adressen
reg-not-invited-text = Arrangementet er ikke for alle. Bruk e-postadressen du har i organisasjonen som er invitert, eller spør arrangøren.
reg-for-some = Arrangementet er ikke for alle. Bruk e-postadressen du har i organisasjonen som er invitert.

# The receipt.
reg-receipt-admitted = { $n ->
    [one] Takk! Du er påmeldt.
   *[other] Takk! Dere er påmeldt.
}
reg-receipt-waiting = { $n ->
    [one] Takk! Du står på venteliste.
   *[other] Takk! Dere står på venteliste.
}
reg-receipt-received = { $n ->
    [one] Takk! Vi har tatt imot påmeldingen.
   *[other] Takk! Vi har tatt imot påmeldingen.
}
reg-position = Du er nummer { $n } på listen.
reg-receipt-undecided = { $n ->
    [one] Takk! Vi har tatt imot påmeldingen din.
   *[other] Takk! Vi har tatt imot påmeldingen deres.
}
reg-undecided-next = Arrangøren avgjør hvem som får plass. Du har ikke plass ennå, og får e-post når det er avgjort. Vent med å bestille reise.
reg-approval = Arrangøren avgjør hvem som får plass. Du får e-post når det er avgjort.
reg-submit-undecided = Send påmeldingen
reg-waiting-next = Vi skriver til deg med en gang det blir en ledig plass. Du trenger ikke gjøre noe, men vent med å bestille reise.
reg-waiting-offers = Vi skriver til deg når det er en plass til deg. Da må du svare innen fristen. Vent med å bestille reise.
reg-receipt-held = { $n } har plass
reg-receipt-queued = { $n } står på venteliste
reg-letter-sent = { $n ->
    [one] Se i e-posten din: der står alt om påmeldingen, med lenken der du kan endre den eller melde deg av.
   *[other] Hver av dere får en e-post om påmeldingen, med lenken der den kan endres.
}
reg-letter-missing = Har du ikke fått e-post innen en halvtime? Se i søppelposten, eller spør arrangøren.

# The list that organisers see.
reg-list-title = Påmeldinger
reg-list-path = Du er her
reg-list-organiser = For arrangører
reg-list-admitted = Påmeldte
reg-list-of = av { $n } plasser
reg-list-waiting = På venteliste
reg-list-offered = Har fått tilbud om plass
reg-list-withdrawn = Avmeldte
reg-list-attended = Møtte
reg-list-undeliverable = E-post som ikke kom fram
reg-list-numbers-only = Rollen din viser tall, ikke navn. Spør den som styrer kontoene i organisasjonen hvis du trenger å se listen.
reg-list-audited = Vi noterer hvem som ser på listen, og når.
reg-list-search = Søk i navn, e-post og organisasjon
reg-list-state = Status
reg-list-all = Alle
reg-list-filter = Filtrer
reg-list-found = { $n ->
    [one] { $n } person
   *[other] { $n } personer
}
reg-list-number = Nr.
reg-list-arrived = Meldte seg på
reg-list-undeliverable-one = Kom ikke fram
reg-list-undecided = Skal avgjøres
reg-list-undecided-see = Se hvem
reg-list-attended-one = Møtte
reg-list-reply-accepted = Kalender: ja
reg-list-reply-tentative = Kalender: kanskje
reg-list-reply-declined = Kalender: nei
reg-list-reply-delegated = Kalender: sender en annen
reg-list-reply-proposed = Kalender: foreslår et annet tidspunkt
reg-list-reply-unproven = (ikke bekreftet)
reg-list-position = nummer { $n }
reg-list-state-admitted = Påmeldt
reg-list-state-waiting = Venteliste
reg-list-state-undecided = Skal avgjøres
reg-list-state-offered = Tilbud om plass
reg-list-state-withdrawn = Avmeldt
reg-list-form-in_person = møter opp
reg-list-form-online = på nett
reg-list-came = Oppmøte
reg-list-came-note = Kom
reg-list-came-undo = Kom ikke likevel
reg-list-overfull = { $taken } har plass, og det er { $capacity } plasser nå. Ingen mister plassen sin, og ingen nye får plass før tallet er under.
reg-list-nobody = Vi fant ingen.
reg-list-pages = Sider
reg-list-organisation = Organisasjon
reg-list-form = Deltakelse
reg-list-choice = Har valgt
reg-list-choice-any = Hva som helst
reg-list-sort = Sorter etter
reg-list-sort-number = Rekkefølgen de kom i
reg-list-sort-name = Navn
reg-list-sort-organisation = Organisasjon
reg-list-sort-newest = Nyeste først
reg-list-clear = Vis alle
reg-list-place = Plass i køen

# Taking people out as a file, and what the kitchen needs to know.
reg-export-title = Last ned listen
reg-export-file = pameldinger
reg-export-text = { $n ->
    [one] Filen får med { $n } person, med svarene.
   *[other] Filen får med { $n } personer, med svarene deres.
}
reg-export-why = Hva skal filen brukes til?
reg-export-why-hint-people = For eksempel navneskilt. Vi noterer hvem som laster ned, når, hvorfor og hvor mange personer det gjelder.
reg-export-why-hint-needs = For eksempel til kjøkkenet. Vi noterer hvem som laster ned, når, hvorfor og hvor mange personer det gjelder.
reg-export-why-missing = Skriv hva filen skal brukes til, for eksempel navneskilt
reg-export-why-long = Skriv det med høyst { $n } tegn
reg-export-sensitive = Ta med svarene om mat og tilrettelegging
reg-export-sensitive-hint = Bare når du trenger dem sammen med navnene. Tallene alene finner du på siden om mat og tilrettelegging.
reg-export-after = Slett filen når du ikke trenger den lenger.
reg-export-xlsx = Last ned for Excel (XLSX)
reg-export-csv = Last ned som CSV
reg-export-pdf = Last ned liste til utskrift (PDF)
reg-export-pdf-hint = PDF-listen har nummer, navn, organisasjon og status, ikke svar.
reg-export-page = Side { $page } av { $pages }
reg-export-taken = Hentet ut { $when }. Formål: { $why }
reg-needs-title = Mat og tilrettelegging
reg-needs-file = mat-og-tilrettelegging
reg-needs-text = { $n ->
    [one] Tallene gjelder den ene som har plass, uten navn.
   *[other] Tallene gjelder de { $n } som har plass, uten navn.
}
reg-needs-no-questions = Skjemaet har ingen spørsmål om mat eller tilrettelegging.
reg-needs-question = Spørsmål
reg-needs-answer = Svar
reg-needs-people = Personer
reg-needs-unanswered = Ikke svart
reg-needs-download = Last ned tallene

# One person, as organisers see them.
reg-person-title = Påmelding nr. { $n }
reg-person-offered-until = Tilbudet gjelder til
reg-person-calendar = Svar i kalenderen
reg-person-choice-held = Har plass
reg-person-choice-waiting = Står på venteliste
reg-person-choice-offered = Har fått tilbud om plass
reg-person-choice-released = Meldt av
reg-person-party = Meldte seg på sammen med
reg-person-answers = Svar
reg-person-sensitive-show = Vis svarene om mat og tilrettelegging
reg-person-sensitive-noted = Vi noterer at du har sett dem.
reg-person-sensitive-none = Ingen svar.
reg-person-sensitive-not-yours = Rollen din viser ikke disse svarene.
reg-person-letters = Se brevene til personen
reg-person-history = Hva som har skjedd
reg-person-history-signed_up = meldte seg på
reg-person-history-admitted = fikk plass
reg-person-history-received = meldte seg på, og arrangøren skulle avgjøre
reg-person-history-declined = fikk nei fra arrangøren
reg-person-history-moved_up = fikk plass fra ventelisten
reg-person-history-waitlisted = kom på venteliste
reg-person-history-offered = fikk tilbud om plass
reg-person-history-changed = endret påmeldingen, eller fikk den endret
reg-person-history-withdrew = meldte seg av
reg-person-history-withdrawn = ble meldt av
reg-person-history-unseated = delegasjonen tok plassen tilbake
reg-person-history-signed_off = ble meldt av av arrangøren
reg-person-history-offer_lapsed = tilbudet gikk ut, eller svaret var nei
reg-person-history-handed_over = ga plassen til en annen
reg-person-history-event_cancelled = arrangementet ble avlyst
reg-person-history-repeated = samme adresse ble meldt på en gang til, og ingenting ble endret
reg-person-history-replanned = programmet ble endret, og noe av det valgte med det
reg-person-history-attended = møtte
reg-person-history-not_attended = møtte ikke likevel
reg-person-history-undeliverable = e-post kom ikke fram
reg-person-notes = Merknader
reg-person-notes-none = Ingen har notert noe.
reg-person-note = Ny merknad
reg-person-note-hint = Skriv ikke om helse eller annet som er sensitivt. Personen kan be om å få lese det, og det blir slettet sammen med påmeldingen.
reg-person-note-save = Lagre merknaden
reg-person-note-delete = Slett merknaden
reg-person-note-own = skrevet av deg
reg-person-note-other = skrevet av en annen arrangør
reg-person-note-missing = Skriv hva du vil notere
reg-person-note-long = Skriv merknaden med høyst { $n } tegn

# Det arrangører gjør med påmeldingene til andre.
reg-act-plass = Gi plass
reg-act-endre = Endre deltakelse og valg
reg-act-lenkje = Send lenken på nytt
reg-act-meld-av = Meld av
reg-act-submit-plass = Gi plass
reg-act-submit-endre = Lagre endringene
reg-act-submit-lenkje = Send lenken
reg-act-submit-meld-av = Meld av
reg-act-then-meld-av-admitted = Plassen går til den neste på ventelisten, eller blir ledig. Personen får e-post om at arrangøren har meldt av, og arrangementet blir tatt ut av kalenderen. Du kan ikke angre, men personen kan meldes på igjen så lenge det er plass.
reg-act-then-meld-av-waiting = Personen mister plassen sin på ventelisten, og får e-post om at arrangøren har meldt av. Du kan ikke angre.
reg-act-then-meld-av-offered = Tilbudet om plass går til den neste på ventelisten. Personen får e-post om at arrangøren har meldt av. Du kan ikke angre.
reg-act-then-plass-waiting = Det er ledig plass. Personen går fra ventelisten til påmeldt, og får e-post med innkalling til kalenderen.
reg-act-godkjenn = Godkjenn
reg-act-avslag = Avslå
reg-act-submit-godkjenn = Godkjenn
reg-act-submit-avslag = Avslå
reg-act-then-godkjenn = Er det ledig plass, får personen plass og e-post med innkalling til kalenderen. Ellers kommer personen bakerst på ventelisten, og får e-post om det.
reg-act-then-avslag = Personen får ikke plass, og får e-post om det. Du kan ikke angre, men personen kan meldes på igjen.
reg-act-reason = Begrunnelse
reg-act-reason-hint = Står i e-posten til den det gjelder, slik du skriver den.
reg-act-reason-long = Skriv høyst { $most } tegn.
reg-act-approved = Personen er godkjent
reg-act-approved-text = E-post er på vei. Under ser du om personen fikk plass eller står på ventelisten.
reg-act-declined = Personen har fått nei
reg-act-declined-text = E-post om det er på vei.
reg-act-decided = Det er alt avgjort
reg-act-decided-text = Noen har svart på påmeldingen. Ingenting er endret.
reg-act-then-plass-offered = Du svarer ja på tilbudet for personen, og for dem som fikk det sammen. De får e-post med innkalling til kalenderen.
reg-act-then-lenkje = Personen får en e-post med lenken til sin egen side. Lenken som er sendt før, virker fortsatt. Du får ikke se lenken.
reg-act-then-endre = Svarene til personen blir stående. Endringen står på siden til personen, og går ut på e-post når den endrer noe i kalenderen.
reg-act-passes = { $n ->
    [one] { $n } person står foran i køen, og blir forbigått.
   *[other] { $n } personer står foran i køen, og blir forbigått.
}
reg-act-noted = Vi noterer at det var du som gjorde det.
reg-act-back = Tilbake uten å gjøre noe
reg-act-problems = For å lagre må du rette dette:
reg-act-placed = Personen har fått plass
reg-act-placed-text = E-post med innkalling er på vei.
reg-act-moved = Endringene er lagret
reg-act-moved-text = Siden under viser hvordan det står nå.
reg-act-link-sent = Lenken er på vei
reg-act-link-sent-text = Den kommer til e-postadressen som står under.
reg-act-signed-off = Personen er meldt av
reg-act-signed-off-text = Personen får e-post om det.
reg-act-added = Personen er meldt på
reg-act-added-text = Bekreftelse med innkalling og lenke til egen side er på vei på e-post.
reg-act-added-waiting = Personen står på ventelisten
reg-act-added-waiting-text = Det er ingen ledig plass nå. Personen får e-post om plassen i køen, med lenke til egen side.
reg-act-known = Adressen er meldt på fra før
reg-act-known-text = Ingenting er endret. Her er påmeldingen som finnes.
reg-act-full = Det er ikke ledig plass
reg-act-full-text = Det blir aldri gitt flere plasser enn det er. Meld av noen, eller sett opp antallet plasser for arrangementet.
reg-act-lapsed = Tilbudet gjelder ikke lenger
reg-act-lapsed-text = Plassen går til den neste på ventelisten.
reg-act-gone = Personen er meldt av
reg-act-gone-text = Påmeldingen kan ikke endres. Meld på personen på nytt hvis det trengs.
reg-act-over-text = Påmeldinger kan ikke endres etter at arrangementet er over.
reg-act-cancelled-text = Påmeldinger kan ikke endres når arrangementet er avlyst.
reg-act-impossible = Det gikk ikke
reg-act-impossible-text = Påmeldingen står slik at det ikke kan gjøres. Ingenting er endret.
reg-add-title = Meld på en person
reg-add-text = Personen får bekreftelse på e-post, eller beskjed om ventelisten, og kan selv endre svarene eller melde seg av. Du trenger bare fylle ut navn og e-post; resten blir spurt om på siden til personen.
reg-add-left-out = Samtykke og svar om mat og tilrettelegging kan bare personen selv gi.
reg-add-waiting = Alle plassene er tatt, så personen kommer på venteliste.
reg-add-email-hint = Adressen til personen, ikke din egen.
reg-add-submit = Meld på
reg-add-full-text = Alle plassene er tatt, og det er ingen venteliste. Det blir aldri gitt flere plasser enn det er.
reg-several-title = Gjør noe med flere
reg-several-text = { $n ->
    [one] Utvalget fra listen har { $n } person. Velg hva du vil gjøre; du får se hvem det gjelder først.
   *[other] Utvalget fra listen har { $n } personer. Velg hva du vil gjøre; du får se hvem det gjelder først.
}
reg-several-meld-av = Meld av flere
reg-several-godkjenn = Godkjenn flere
reg-several-avslag = Avslå flere
reg-several-will-godkjenn = { $n ->
    [one] { $n } person kan godkjennes. Er det ledig plass, får personen plass; ellers kommer personen på ventelisten. Personen får e-post.
   *[other] { $n } personer kan godkjennes. De får plass så lenge det er ledig, i rekkefølgen under; resten kommer på ventelisten. Hver av dem får e-post.
}
reg-several-will-avslag = { $n ->
    [one] { $n } person kan få nei. Personen får e-post om det. Du kan ikke angre.
   *[other] { $n } personer kan få nei. Hver av dem får e-post om det. Du kan ikke angre.
}
reg-several-done-godkjenn = { $n ->
    [one] { $n } person er godkjent.
   *[other] { $n } personer er godkjent.
}
reg-several-done-avslag = { $n ->
    [one] { $n } person har fått nei.
   *[other] { $n } personer har fått nei.
}
reg-several-submit-godkjenn = Godkjenn de som er krysset av
reg-several-submit-avslag = Avslå de som er krysset av
reg-several-why-decided = er alt avgjort
reg-several-why-full = det er ingen ledig plass, og ingen venteliste
reg-several-kom = Noter at flere kom
reg-several-kom-ikkje = Noter at flere ikke kom likevel
reg-several-will-meld-av = { $n ->
    [one] { $n } person kan meldes av. Plassen går til ventelisten, og personen får e-post om at arrangøren har meldt av. Du kan ikke angre.
   *[other] { $n } personer kan meldes av. Plassene går til ventelisten, og hver av dem får e-post om at arrangøren har meldt av. Du kan ikke angre.
}
reg-several-will-kom = { $n ->
    [one] Du kan notere at { $n } person kom.
   *[other] Du kan notere at { $n } personer kom.
}
reg-several-will-kom-ikkje = { $n ->
    [one] { $n } person er notert som møtt, og det kan tas tilbake.
   *[other] { $n } personer er notert som møtt, og det kan tas tilbake.
}
reg-several-done-meld-av = { $n ->
    [one] { $n } person er meldt av.
   *[other] { $n } personer er meldt av.
}
reg-several-done-kom = { $n ->
    [one] Det er notert at { $n } person kom.
   *[other] Det er notert at { $n } personer kom.
}
reg-several-done-kom-ikkje = { $n ->
    [one] Det er notert at { $n } person ikke kom likevel.
   *[other] Det er notert at { $n } personer ikke kom likevel.
}
reg-several-submit-meld-av = Meld av dem som er krysset av
reg-several-submit-kom = Noter at de som er krysset av, kom
reg-several-submit-kom-ikkje = Noter at de som er krysset av, ikke kom
reg-several-people = Hvem det gjelder
reg-several-unfit = Disse gjelder det ikke
reg-several-undone = Ikke gjort for disse
reg-several-back = Tilbake til listen
reg-several-more = Gjør noe mer med utvalget
reg-several-most = Utvalget har { $found } personer. Her er de { $n } første; ta resten etterpå, eller velg færre i listen.
reg-several-nobody-chosen = Kryss av for minst én person
reg-several-why-signed-off = er meldt av
reg-several-why-over = arrangementet er over
reg-several-why-cancelled = arrangementet er avlyst
reg-several-why-no-place = har ikke plass
reg-several-why-online = deltar på nett
reg-several-why-came = er notert som møtt
reg-several-why-did-not-come = er ikke notert som møtt
reg-several-why-busy = systemet var opptatt; prøv igjen
reg-foreign-title = Hent inn påmeldinger
reg-foreign-text = Har påmeldingen gått i et annet skjema, for eksempel Microsoft Forms eller Pindena, lagrer du svarene derfra som Excel-fil eller CSV og velger filen her. Du får se hva vi leser før noen blir meldt på.
reg-foreign-file = Fil med påmeldinger
reg-foreign-file-hint = Excel-fil (xlsx) med overskrifter i første linje av det første arket, eller CSV UTF-8. Høyst 500 personer.
reg-foreign-read = Les filen
reg-foreign-columns = Hva kolonnene er
reg-foreign-columns-text = Vi har gjettet ut fra overskriftene. Rett det som er feil, og se på linjene på nytt. Samtykke og svar om mat og tilrettelegging blir ikke hentet inn; dem gir personen på sin egen side.
reg-foreign-column-name = Hele navnet
reg-foreign-column-first-name = Fornavn
reg-foreign-column-last-name = Etternavn
reg-foreign-column-email = E-post
reg-foreign-column-form = Hvordan personen deltar
reg-foreign-no-column = Ingen kolonne
reg-foreign-form = Hvordan deltar de?
reg-foreign-form-hint = Gjelder dem som ikke har svar i kolonnen om deltakelse.
reg-foreign-form-missing = Velg hvordan de deltar
reg-foreign-columns-missing = Velg kolonnene med e-post og navn
reg-foreign-look = Se på linjene på nytt
reg-foreign-again = Se på linjene før du henter inn
reg-foreign-again-text = Du har endret noe siden sist. Her er linjene slik de leses nå.
reg-foreign-preview = Hva som skjer
reg-foreign-count-place = { $n ->
    [one] { $n } person får plass
   *[other] { $n } personer får plass
}
reg-foreign-count-waits = { $n ->
    [one] { $n } person kommer på ventelisten
   *[other] { $n } personer kommer på ventelisten
}
reg-foreign-count-full = { $n ->
    [one] { $n } person får ikke plass
   *[other] { $n } personer får ikke plass
}
reg-foreign-count-known = { $n ->
    [one] { $n } person er påmeldt fra før
   *[other] { $n } personer er påmeldt fra før
}
reg-foreign-count-before = { $n ->
    [one] { $n } person er hentet inn før, og hentes ikke inn igjen
   *[other] { $n } personer er hentet inn før, og hentes ikke inn igjen
}
reg-foreign-count-twice = { $n ->
    [one] { $n } linje har en adresse som står lenger oppe
   *[other] { $n } linjer har en adresse som står lenger oppe
}
reg-foreign-count-wrong = { $n ->
    [one] { $n } linje kan ikke hentes inn
   *[other] { $n } linjer kan ikke hentes inn
}
reg-foreign-fate-place = Får plass
reg-foreign-fate-waits = Venteliste
reg-foreign-fate-full = Ikke plass
reg-foreign-fate-known = Påmeldt fra før
reg-foreign-fate-before = Hentet inn før
reg-foreign-fate-twice = Adressen står lenger oppe
reg-foreign-fate-wrong = Kan ikke hentes inn
reg-foreign-left-out = Svaret blir ikke med.
reg-foreign-lines = Linjene i filen
reg-foreign-line = Linje
reg-foreign-then = Hver av dem får e-post med bekreftelse eller plassen i køen, og lenke til egen side.
reg-foreign-take = { $n ->
    [one] Meld på { $n } person
   *[other] Meld på { $n } personer
}
reg-foreign-done = Listen er hentet inn
reg-foreign-another = Hent inn en annen fil
reg-foreign-missing = Velg en fil med påmeldinger
reg-foreign-too-large = Del filen i flere; denne er for stor
reg-foreign-nobody = Velg en fil med overskrifter i første linje og personer under
reg-foreign-too-many-rows = Del filen i flere, med høyst { $n } personer i hver
reg-foreign-too-many-columns = Fjern kolonner som ikke trengs; det kan være høyst { $n }
reg-foreign-encoding = Lagre filen som CSV UTF-8; linje { $line } har tegn vi ikke kan lese
reg-foreign-quote = Rett anførselstegnet på linje { $line }; det blir aldri avsluttet
reg-foreign-damaged = Lagre filen på nytt fra Excel, eller som CSV UTF-8; denne er skadet eller ikke en Excel-fil
reg-foreign-locked = Lagre filen som xlsx uten passord, eller som CSV UTF-8

# The person's own page.
my-title = Påmeldingen din
my-problems = Dette må du rette:
my-state-admitted = Du er påmeldt.
my-state-waiting = Du står på venteliste.
my-state-undecided = Arrangøren har ikke avgjort ennå.
my-state-undecided-text = Vi har tatt imot påmeldingen din. Du har ikke plass før arrangøren har sagt ja. Du får e-post når det er avgjort.
my-state-declined = Du fikk ikke plass.
my-state-declined-text = Arrangøren har svart nei på påmeldingen din. Svaret står i e-posten du har fått.
my-state-offered = Du har fått tilbud om plass.
my-state-withdrawn = Du er meldt av.
my-offer = Vil du ha plassen?
my-offer-text = Vi holder av en plass til deg til { $when }. Hører vi ikke fra deg, går plassen til den neste på listen.
my-offer-accept = Ja, jeg vil ha plassen
my-offer-decline = Nei takk
my-join = Gå til møtet på nett
my-change = Endre påmeldingen
my-withdraw = Meld meg av
my-hand-over = Gi plassen videre
my-attend = Deltakelse
my-choose = Velg mellom disse
my-choose-text = Programmet er endret, så du rekker ikke alt du har valgt. Velg innen { $when }. Hører vi ikke fra deg, beholder du det du valgte først, og den andre plassen går til den neste på lista.
my-choose-one = Hva vil du være med på?
my-choose-submit = Lagre valget
my-choose-missing = Velg én i hvert par, og lagre på nytt. Ingenting er endret.
my-nothing-to-choose = Det er ingenting å velge mellom
my-nothing-to-choose-text = Du har alt valgt, fristen er ute, eller programmet er endret på nytt. Slik står påmeldingen din nå.
my-gone = Dette går ikke lenger
my-gone-instead = Disse har plass på samme tid:
my-gone-nothing = Ingen andre har plass på samme tid.
my-gone-choose = Velg noe annet
my-held = Dette har vi lagret om deg
my-held-text = { $organisation } er ansvarlig for opplysningene.
my-language = Språk i e-postene
my-language-nn = Nynorsk
my-language-nb = Bokmål
my-language-sv = Svenska
my-language-en = English
my-signed-up-at = Meldte deg på
my-attended-at = Møtte
my-placed-tables = Bord { $number }
my-placed-groups = Gruppe { $number }
my-reply = Svar fra kalenderen din
my-reply-accepted = Ja
my-reply-tentative = Kanskje
my-reply-declined = Nei
my-reply-delegated = En annen kommer
my-reply-proposed = Foreslår et annet tidspunkt
my-reply-leaves = Du har svart nei i kalenderen din. Vi melder deg av { $when }. Har du ombestemt deg, svarer du ja i kalenderen før det.
my-no-answer = Ikke svart
my-download = Last ned alt vi har lagret om deg (JSON)
my-calendar = Kalender
my-calendar-text = Invitasjonen ligger i e-posten du fikk. Åpner du vedlegget, havner arrangementet i kalenderen din og blir oppdatert når noe endrer seg.
my-feed = Abonner på kalenderen din
my-feed-address = Eller lim inn denne adressen i kalenderprogrammet:
my-link = Lenken din
my-link-text = Lenken til denne siden er bare til deg. Har andre fått tak i den?
my-new-link = Få en ny lenke
my-erase-text = Du kan få slettet alt vi har lagret om deg.
my-erase = Slett alt om meg
my-see = Se påmeldingen din
my-back = Avbryt

# Changing.
my-change-title = Endre påmeldingen din
my-email-fixed = E-post: { $email }. Adressen kan ikke endres her. Skal en annen komme i stedet for deg, gi plassen videre.
my-save = Lagre
my-changed = Endringen er lagret
my-changed-text = Slik står påmeldingen din nå.
my-accepted = Plassen er din
my-accepted-text = Du får en e-post med kalenderinvitasjon.

# Confirming, and what was done.
my-withdraw-question = Vil du melde deg av?
my-withdraw-then = Plassen går til den neste på ventelisten, og arrangementet blir tatt ut av kalenderen din. Du kan ikke angre, men du kan melde deg på igjen så lenge det er plass.
my-withdraw-then-waiting = Du mister plassen din på ventelisten. Du kan ikke angre, men du kan sette deg bakerst på listen igjen så lenge påmeldingen er åpen.
my-withdraw-then-undecided = Du tar påmeldingen tilbake før arrangøren har avgjort. Du kan ikke angre, men du kan melde deg på igjen så lenge påmeldingen er åpen.
my-withdraw-then-offered = Tilbudet om plass går til den neste på ventelisten, og du står ikke på listen lenger. Du kan ikke angre.
my-withdraw-submit = Ja, meld meg av
my-withdraw-done = Du er meldt av. Takk for at du sa fra.
my-withdraw-after = Du får en e-post om at du er meldt av.
my-decline-done = Takk for at du sa fra.
my-decline-after = Plassen går til den neste på listen, og du står ikke på ventelisten lenger.
my-hand-over-then = Er den nye personen ikke påmeldt fra før, overtar personen plassen din og får en e-post med kalenderinvitasjon og sin egen lenke. Du blir da meldt av, og svarene dine følger ikke med. Du kan ikke angre. Er personen allerede påmeldt, blir ingenting endret.
my-hand-over-name = Navnet til den som overtar
my-hand-over-email = E-posten til den som overtar
my-hand-over-submit = Gi plassen videre
my-hand-over-done = Plassen er gitt videre.
my-hand-over-after = Vi har skrevet til den nye personen, og du får en e-post om at du er meldt av.
my-hand-over-not = Plassen er fortsatt din.
my-hand-over-not-after = Den kunne ikke gå over til adressen du skrev. Vi har skrevet til den som eier den, og ingenting er endret for deg. Skal noen andre ha plassen, prøv med en annen adresse.
my-new-link-question = Vil du ha en ny lenke?
my-new-link-then = Lenken du bruker nå, slutter å virke, og det gjør de i kalenderen din også. Den nye kommer på e-post.
my-new-link-submit = Send ny lenke
my-new-link-done = En ny lenke er på vei.
my-new-link-after = Se i e-posten din. Den gamle lenken virker ikke lenger.
my-erase-question = Vil du slette alt om deg?
my-erase-then = Vi sletter navn, e-post og alle svar du har gitt. Du kan ikke angre, og lenken slutter å virke.
my-erase-then-place = Du mister plassen, og den går til den neste på ventelisten. Vi sletter navn, e-post og alle svar du har gitt. Du kan ikke angre, og lenken slutter å virke.
my-erase-submit = Ja, slett alt
my-erase-done = Alt om deg er slettet.
my-erase-after = Vi har ikke lenger navnet, e-posten eller svarene dine for dette arrangementet.

# When it cannot be done.
my-too-late = Det er for sent å melde seg av her
my-too-late-text = Fristen er ute. Si fra til arrangøren at du ikke kommer.
my-already-withdrawn = Du er allerede meldt av
my-already-withdrawn-text = Du trenger ikke gjøre mer. Du kan melde deg på igjen så lenge det er plass.
my-not-invited = Plassen kan ikke gis til denne adressen
my-not-invited-text = Arrangementet er ikke for alle. Spør arrangøren om du vil at en annen skal komme i stedet.
my-no-offer = Det er ikke noe tilbud å svare på
my-no-offer-text = Fristen kan ha gått ut, eller du har allerede svart. Slik står påmeldingen din nå.
my-no-place = Du har ingen plass å gi videre
my-no-place-text = Bare den som er påmeldt, kan gi plassen videre. Slik står påmeldingen din nå.
my-not-possible = Det går ikke lenger
my-not-possible-text = Arrangementet er over, avlyst eller stengt for endringer. Spør arrangøren.
my-not-genuine = Prøv en gang til
my-not-genuine-text = Siden har vært åpen for lenge. Ingenting er endret. Trykk på knappen en gang til.
my-dead-title = Lenken virker ikke lenger. Få en ny på e-post.
my-dead-text = Skriv e-postadressen som du meldte deg på med, så sender vi en lenke for hvert arrangement du er påmeldt.
my-dead-submit = Send ny lenke
my-dead-sent = Er adressen påmeldt noe som kommer, er en ny lenke på vei dit. Se i e-posten din.

# What does not fit in a field, and how to put it right. { $field } is the name of the field or the question.
answer-missing-name = Skriv inn navnet ditt
answer-missing-other-name = { $field } Skriv inn navnet
answer-name-is-an-address = { $field } Skriv bare navnet, uten adresser og lenker
answer-missing-email = { $field } Skriv inn e-postadressen, for eksempel kari@kommune.no
answer-email-without-at = E-postadressen må inneholde @, for eksempel kari@kommune.no
answer-email-spelling = { $field } Det som står før @, ser ikke riktig ut. Skriv én adresse, uten mellomrom, for eksempel kari@kommune.no
answer-email-letters = { $field } Det som står før @, kan ikke ha andre bokstaver enn a til z. Skriv adressen slik den står på e-postene dine
answer-email-domain = { $field } Det som står etter @, ser ikke riktig ut. Det skal være som kommune.no
answer-missing-text = { $field } Skriv et svar
answer-missing-choice = { $field } Velg ett av svarene
answer-missing-several = { $field } Velg minst ett av svarene
answer-missing-number = { $field } Skriv et tall
answer-missing-date = { $field } Skriv dag, måned og år, for eksempel 16 3 2027
answer-missing-phone = { $field } Skriv telefonnummeret, for eksempel 900 12 345
answer-missing-municipality = { $field } Skriv navnet på kommunen
answer-missing-organisation = { $field } Skriv navnet på organisasjonen eller organisasjonsnummeret
answer-missing-organisation-number = { $field } Skriv organisasjonsnummeret
answer-too-long = { $field } Svaret er { $length } tegn. Kort det ned til høyst { $limit }
answer-line-break = { $field } Skriv alt på én linje
answer-control-character = { $field } Det er med et tegn som ikke kan vises. Skriv svaret på nytt i stedet for å lime det inn
answer-number-unreadable = { $field } Skriv tallet med siffer, for eksempel 12
answer-number-not-whole = { $field } Skriv et helt tall, uten komma og punktum
answer-number-too-small = { $field } Tallet må være minst { $min }
answer-number-too-large = { $field } Tallet kan være høyst { $max }
answer-no-such-option = { $field } Velg mellom svarene som står der
answer-date-incomplete = { $field } Fyll ut både dag, måned og år
answer-date-year = { $field } Skriv året med fire siffer, for eksempel 2027
answer-no-such-date = { $field } Datoen finnes ikke. Skriv dag, måned og år med siffer, for eksempel 16 3 2027
answer-date-too-far = { $field } Skriv et år mellom { $first } og { $last }
answer-phone-unreadable = { $field } Skriv nummeret med siffer, for eksempel 900 12 345
answer-phone-without-country = { $field } Skriv nummeret med landkode, for eksempel +46 70 123 45 67
answer-phone-length = { $field } Nummeret har for få eller for mange siffer. Et norsk nummer har åtte
answer-municipality-unknown = { $field } Vi fant ingen kommune som heter «{ $typed }». Velg en kommune fra listen
answer-municipality-unclear = { $field } Vi vet ikke sikkert hvilken kommune «{ $typed }» er. Velg en av dem som står under
answer-organisation-number = { $field } Organisasjonsnummeret er ikke riktig. Se etter om to siffer er byttet om, eller skriv navnet
answer-organisation-number-length = { $field } Et norsk organisasjonsnummer har 9 siffer, et svensk har 10. Du kan også skrive navnet
answer-number-alone = { $field } Organisasjonsnummeret er ikke riktig. Se etter om to siffer er byttet om
answer-number-alone-length = { $field } Skriv organisasjonsnummeret med siffer: et norsk har 9, et svensk har 10
answer-personal-number = { $field } Dette ligner et fødselsnummer. Det trenger vi ikke; skriv navnet på organisasjonen
answer-unknown-language = { $field } Velg nn, nb, sv eller en
answer-wrong-kind = { $field } Svaret har feil form. Se typen i beskrivelsen av spørsmålet
answer-answers-wrong-kind = { $field } Send et JSON-objekt med nøkkelen til hvert spørsmål og svaret på det
answer-unknown-question = { $field } Skjemaet har ikke noe slikt spørsmål
answer-unknown-choice = { $field } Noe av det du valgte, finnes ikke lenger. Velg på nytt
answer-choice-full = { $field } Det er ikke plass på «{ $first }» lenger. Velg noe annet
answer-clashing-choices = { $field } Du rekker ikke både «{ $first }»{ $first_when } og «{ $second }»{ $second_when }. Velg én av dem
answer-same-session = { $field } «{ $first }» er valgt to ganger:{ $first_when } og{ $second_when }. Velg én av gangene
answer-other-form = { $field } «{ $first }» er ikke for dem som deltar slik du har valgt. Ta bort krysset, eller delta på den andre måten
answer-missing-form = { $field } Velg en av måtene
answer-unknown-form = { $field } Det går ikke an å delta slik lenger. Velg på nytt
answer-form-full = { $field } Det er fullt der. Ingenting er endret, og du deltar som før
answer-same-address-twice = { $field } Adressen er i bruk på en annen person her. Skriv en egen adresse for hver
answer-other-email-without-at = { $field } Adressen må inneholde @, for eksempel kari@kommune.no

# What the API says in words.
reg-api-invalid = Noe i forespørselen må rettes
reg-api-invalid-text = Se listen over felt.
reg-api-malformed = Dette er ikke JSON
reg-api-malformed-text = Kroppen i forespørselen må være et JSON-objekt med name, email, language, answers og choices.
reg-api-media-type = Feil innholdstype
reg-api-media-type-text = Send JSON med Content-Type: application/json.
reg-api-key = Idempotency-Key kan ikke brukes
reg-api-key-text = Nøkkelen må ha mellom 1 og 180 synlige ASCII-tegn.
reg-api-key-used = Nøkkelen er brukt før
reg-api-key-used-text = Den samme Idempotency-Key er sendt før med annet innhold. Bruk en ny nøkkel for hver påmelding.

# The certificate of attendance.
certificate-heading = Deltakerbevis
certificate-certifies = Dette bekrefter at
certificate-took-part = deltok på
certificate-online = På nett
certificate-organisers = { $n ->
    [one] Arrangør
   *[other] Arrangører
}
certificate-issued = Utstedt { $date }
certificate-link = Last ned deltakerbeviset ditt (PDF)

# Påmelding til en hel rekke
series-form-title = Meld deg på hele rekken { $series }
series-form-text = Du blir påmeldt alle datoene som kommer, og får en invitasjon i kalenderen til hver av dem. Passer ikke en dato, sier du «ikke denne gangen» med ett trykk.
series-to-page = Til siden om rekken
series-ahead = Datoer som kommer
series-past = Datoer som har vært
series-none-ahead = Ingen datoer er satt ennå. Du blir påmeldt når de kommer.
series-consent = Når du melder deg på, samtykker du til at { $organisation } tar vare på navnet, e-posten og svarene dine og melder deg på nye datoer i rekken. Du kan trekke samtykket når som helst.
series-purpose = Vi bruker dem bare til det.
series-kept = { $days ->
    [one] Vi sletter dem når du går ut av rekken, og senest { $days } dag etter den siste datoen.
   *[other] Vi sletter dem når du går ut av rekken, og senest { $days } dager etter den siste datoen.
}
series-submit = Meld meg på hele rekken
series-thanks = Takk! Du er påmeldt hele rekken.
series-thanks-after = Se i e-posten din. Der får du din egen lenke, og for hver dato en melding om du har plass, står på venteliste eller ikke fikk plass.
series-mine-title = Rekken din
series-follows = Du er påmeldt hele rekken.
series-follows-text = Nye datoer kommer av seg selv. Lenken til denne siden er bare til deg.
series-left = Du er ute av rekken.
series-left-text = Det kommer ingen nye datoer. Datoer som har vært, og dem du meldte deg på selv, er som før.
series-again = Meld meg på rekken igjen
series-date-admitted = Du har plass.
series-date-waiting = Du står på venteliste.
series-date-undecided = Arrangøren har ikke avgjort ennå.
series-date-offered = Du har fått tilbud om plass.
series-date-withdrawn = Du er meldt av.
series-date-full = Det var fullt da du skulle bli påmeldt, og datoen har ingen venteliste. Blir en plass ledig, går den til den som melder seg på først.
series-date-early = Påmeldingen er ikke åpen ennå.
series-date-soon = Du blir snart påmeldt.
series-date-closed = Påmeldingen var stengt da du kom med i rekken.
series-date-cancelled = Avlyst.
series-date-own = Denne datoen meldte du deg på selv.
series-opens = Den åpner { $when }.
series-skip = Ikke denne gangen
series-look-again = Se om det er plass nå
series-date-mine = Påmeldingen din
series-leave = Gå ut av rekken
series-leave-question = Vil du gå ut av rekken?
series-leave-then = Du blir meldt av datoene som kommer, og får ingen nye. Datoer som har vært, og dem du meldte deg på selv, er som før.
series-leave-submit = Ja, gå ut av rekken
series-signed-off-from = Du blir meldt av:
series-erase-text = Du kan få alt om deg i rekken slettet.
series-erase-question = Vil du få alt om deg i rekken slettet?
series-erase-then = Vi melder deg av det som kommer, og sletter den faste påmeldingen og påmeldingene som fulgte med, også til datoer som har vært. Det kan ikke gjøres om. Datoer du meldte deg på selv, har egne lenker.
series-erase-submit = Ja, slett alt
series-erased = Alt er slettet.
series-erased-after = Du får ingen flere brev om rekken, annet enn det som tar datoer ut av kalenderen din.
series-held-text = { $organisation } er ansvarlig for opplysningene dine.
series-nothing-held = Vi har ikke lenger navnet eller e-posten din i rekken. Påmeldingene til de enkelte datoene har egne frister.
my-series = Du er påmeldt hele rekken som denne datoen hører til.
my-series-link = Se alle datoene
my-withdraw-series = Det gjelder bare denne datoen. Du er fortsatt påmeldt resten av rekken.
my-erase-series = Du blir også tatt ut av rekken, så det kommer ingen nye datoer. Datoer du allerede er påmeldt, er som før.

reg-insight-title = Innsyn og sletting
reg-insight-link = Se hvem som har sett hva, og hva som er slettet
reg-insight-lead = Her ser du hvem som har sett, hentet ut eller notert noe om deltakerne, og hva som er slettet. Ingen deltakere er nevnt her.
reg-insight-looks = Hvem har gjort hva
reg-insight-accounts = Følg lenken på en konto for å se hvem det er. En konto som ikke har tilgang i organisasjonen lenger, finner du ikke der.
reg-insight-found = { $n ->
    [one] 1 oppføring, den nyeste først
   *[other] { $n } oppføringer, den nyeste først
}
reg-insight-when = Når
reg-insight-who = Hvem
reg-insight-what = Hva
reg-insight-people = Personer
reg-insight-account = Konto { $code }
reg-insight-own = (deg)
reg-insight-did-list = Så listen
reg-insight-did-search = Søkte i listen
reg-insight-did-attended = Noterte at noen kom
reg-insight-did-not_attended = Noterte at noen ikke kom likevel
reg-insight-did-person = Så én person
reg-insight-did-sensitive = Så de følsomme svarene til én person
reg-insight-did-export = Hentet ut listen som fil
reg-insight-did-needs = Så hva slags mat og tilrettelegging som trengs
reg-insight-did-needs_export = Hentet ut behovene som fil
reg-insight-did-note = Skrev et notat
reg-insight-did-note_deleted = Slettet et notat
reg-insight-did-let_in = Slapp inn noen som ikke var påmeldt
reg-insight-did-signed_off = Meldte av en person
reg-insight-did-gave_place = Ga plass til noen som ventet
reg-insight-did-moved = Endret deltakelsen eller valgene til en person
reg-insight-did-link_sent = Sendte lenken på nytt
reg-insight-did-added = Meldte på en person
reg-insight-did-unpublished = Tok arrangementet av nettsiden
reg-insight-did-approved = Godkjente en person
reg-insight-did-declined = Avslo en person
reg-insight-nobody = Ingen har sett på listen ennå.
reg-insight-looks-pages = Sider med hvem som har gjort hva
reg-insight-newer = Nyere
reg-insight-older = Eldre
reg-insight-page = Side { $page } av { $pages }
reg-insight-erased = Hva som er slettet
reg-insight-erased-lead = Kvitteringene sier at noe er slettet, når og hvorfor, men ikke hva det var.
reg-insight-receipts = Kvitteringer, den nyeste først
reg-insight-gone = Slettet
reg-insight-answers = Svarene på:
reg-insight-everything = Alt om personen
reg-insight-why = Hvorfor
reg-insight-why-question = Fristen for spørsmålet var ute
reg-insight-why-unplaced = Fikk aldri plass, eller meldte seg av
reg-insight-why-retention = Fristen til organisasjonen var ute
reg-insight-why-person = Personen ville ha det slettet
reg-insight-erased-pages = Sider med hva som er slettet
reg-insight-nothing = Ingenting er slettet ennå.

# At the door.
door-title = Inngang
door-tally = { $come } av { $expected } har kommet
door-search = Søk i navn, organisasjon eller kommune, eller skriv koden på navneskiltet
door-scan = Skann navneskilt
door-scan-stop = Stopp skanningen
door-scan-looking = Hold kameraet over koden på navneskiltet.
door-scan-refused = Vi fikk ikke bruke kameraet. Skriv inn koden i stedet.
door-search-submit = Søk
door-everybody = Vis alle vi venter på
door-found = Søketreff
door-found-nobody = Vi fant ingen. Sjekk skrivemåten, eller søk på en del av navnet.
door-still-expected = Ikke kommet ennå
door-nobody = Vi venter ikke på noen.
door-more = Det er flere enn vi viser her. Søk for å finne dem.
door-last = Sist behandlet
door-came = Har kommet
door-noted = Registrert { $when }.
door-noted-by-you = Registrert { $when } av deg.
door-noted-by-other = Registrert { $when } av en annen i døra.
door-note = Har kommet
door-take-back = Angre: har ikke kommet
door-no-pictures = Ikke foto
door-offered = Har fått tilbud om plass, og plassen er holdt av til { $when }. Du kan ta imot plassen for personen.
door-let-in = Ta imot plassen og slipp inn
door-not-chosen = Har ikke valgt denne økta. Det er ledig plass.
door-give-place = Gi plass og slipp inn
door-waits = Venteliste
door-wait-position = Nummer { $n } på ventelisten. Ingen går forbi køen i døra; den som får plass, får e-post.
door-wait-session = Står på venteliste og har ingen plass her nå.
door-is-anew = Avmeldt
door-then-anew = Har meldt seg av. Er det ledig plass, kan du melde personen på igjen med «Kommer uten påmelding».
door-is-online = På nett
door-then-online = Har plass på nett, ikke i salen.
door-is-full = Fullt
door-then-full = Har ikke valgt denne økta, og alle plassene er tatt.
door-walk-in = Kommer uten påmelding
door-walk-in-then = Vi melder personen på og registrerer oppmøtet hvis det er ledig plass. Bekreftelse og lenke til egen side kommer på e-post.
door-walk-in-submit = Meld på og slipp inn
door-problems = For å melde på må du rette dette:
door-full = Det er ingen ledige plasser
door-full-text = Alle plassene er tatt eller holdt av til noen som står i kø. Vi har ikke meldt på noen.
door-doors = Dører
door-of-event = Hele arrangementet
door-audited = Vi noterer hvem som ser på listen og registrerer oppmøte, og når.
door-away = Du er uten nett. Hold denne siden åpen: det du registrerer, blir sendt når nettet er tilbake.
door-away-sent = Du er på nett igjen, og alt er sendt.
door-away-needs = Dette krever nett. Prøv på nytt når du er på nett.
door-away-out = Du er logget ut, eller har ikke tilgang lenger. Last siden på nytt og logg inn, så blir det som venter sendt.
door-away-marks = Venter på å bli sendt
door-away-undo = Angre
door-away-waits = Venter på å bli sendt.
door-away-nobody = Vi fant ingen i listen som telefonen har nå. Personen kan ha meldt seg av, stå på venteliste eller delta på nett.
door-away-badge = Navneskilt
door-away-theirs = På denne telefonen venter også registreringer fra en annen som har vært logget inn: { $n }. De blir sendt når den personen logger inn her og åpner døren.
door-away-refused = Ikke registrert slik du gjorde
door-away-somebody = En person som du registrerte
door-away-look = Vis personen
door-away-already = Var registrert fra før, for eksempel ved en annen dør.
door-away-anew = Har meldt seg av.
door-away-wait = Står på venteliste og har ikke plass her.
door-away-online = Har plass på nett, ikke i salen.
door-away-give-place = Har ikke valgt denne økten. Søk opp personen for å gi plass.
door-away-full = Har ikke valgt denne økten, og alle plassene er tatt.
door-away-let-in = Har fått tilbud om plass. Søk opp personen for å ta imot plassen.
door-away-unknown = Finnes ikke lenger i listen.
door-away-seen = Greit
door-said-already = Det er registrert fra før.
door-said-no-place = Personen har ikke plass her, så oppmøtet er ikke registrert.
door-said-full = Den siste plassen er nettopp tatt. Oppmøtet er ikke registrert.
door-said-clash = Personen har valgt noe annet på samme tid. Oppmøtet er ikke registrert.
door-said-offer-lapsed = Tilbudet om plass gjelder ikke lenger. Oppmøtet er ikke registrert.
door-said-over = Arrangementet er over eller avlyst.

# The numbers of an event.
reg-numbers-title = Tall for påmeldingen
reg-numbers-link = Se påmeldingen i tall og diagram
reg-numbers-csv = Last ned tallene (CSV)
reg-numbers-file = tall
reg-numbers-chart = Diagram: { $what }. Tabellen sier det samme.
reg-numbers-few = færre enn { $n }
reg-numbers-hidden = Små tall står som «færre enn { $n }», så de ikke røper hvem det gjelder.
reg-numbers-now = Nå
reg-numbers-time = Påmelding over tid
reg-numbers-day = Dag
reg-numbers-signed-up = Meldte seg på
reg-numbers-withdrew = Meldte seg av
reg-numbers-held = Påmeldte ved slutten av dagen, med venteliste
reg-numbers-changes = Påmeldte og avmeldte
reg-numbers-up = Opp: meldte seg på, høyst { $n }
reg-numbers-down = Ned: meldte seg av, høyst { $n }
reg-numbers-held-most = Påmeldte i alt, høyst { $n }
reg-numbers-days-each = Hver søyle står for { $n } dager.
reg-numbers-nobody = Ingen har meldt seg på ennå.
reg-numbers-places = Plasser
reg-numbers-place = Plass i
reg-numbers-capacity = Plasser
reg-numbers-taken = Tatt
reg-numbers-taken-of = { $taken } av { $capacity }
reg-numbers-left = Ledige
reg-numbers-waiting = Venter
reg-numbers-endless = ubegrenset
reg-numbers-places-key = Omrisset viser plassene, det fylte dem som er tatt.
reg-numbers-drawn = Diagrammet viser de { $n } øverste linjene i tabellen.
reg-numbers-with-place = { $n ->
    [one] Tallene under gjelder den ene som har plass.
   *[other] Tallene under gjelder de { $n } som har plass.
}
reg-numbers-of-attendance = Oppmøte
reg-numbers-of-form = Deltakelse
reg-numbers-of-language = Språk
reg-numbers-of-municipality = Kommune
reg-numbers-of-county = Fylke
reg-numbers-of-reply = Svar i kalenderen, fra alle påmeldte
reg-numbers-reply-accepted = Ja
reg-numbers-reply-tentative = Kanskje
reg-numbers-reply-declined = Nei
reg-numbers-reply-delegated = Sender en annen
reg-numbers-reply-proposed = Foreslår en annen tid
reg-numbers-letters = Tall på brev: planlagte, sendte, hoppet over og ikke kommet fram
reg-numbers-of-invitation = Personlige invitasjoner
reg-numbers-invited = Inviterte
reg-numbers-invited-all = Inviterte i alt: { $n }. Invitasjoner som er trukket tilbake, er ikke med.
reg-numbers-of-answer = Svar
reg-numbers-line = Gruppe
reg-numbers-people = Har plass
reg-numbers-came = Kom
reg-numbers-came-not = Kom ikke
reg-numbers-came-key = Omrisset viser dem som har plass, det fylte dem som kom.
reg-numbers-form-in_person = Møter opp
reg-numbers-form-online = På nett
reg-numbers-unanswered = Ikke svart, eller svaret er slettet
reg-numbers-table = Tabell
reg-numbers-what = Hva
reg-numbers-number = Tall

# Badges and table signs.
badge-title = Navneskilt og bordskilt
badge-print = Skriv ut navneskilt
badge-for-one = For
badge-for-many = { $n ->
    [one] Skilt til { $n } person som har plass.
   *[other] Skilt til { $n } personer som har plass.
}
badge-text = På navneskiltene står navn, rolle, organisasjon og en kode som døra kan skanne eller skrive inn. Koden sier ingenting om personen. Skriv ut på A4 uten skalering og klipp etter merkene, ti på hvert ark. Bordskiltene brettes på midten.
badge-take-badges = Last ned navneskilt (PDF)
badge-take-signs = Last ned bordskilt (PDF)
badge-take-blank = Last ned et ark med tomme navneskilt (PDF)
badge-nobody = Ingen i utvalget har plass. Velg flere i listen.
badge-again = Nytt skilt
badge-badges = Navneskilt
badge-badges-file = navneskilt
badge-signs = Bordskilt
badge-signs-file = bordskilt
badge-code = QR-kode
reg-insight-did-badges = Hentet ut navneskilt eller bordskilt
reg-insight-did-archive = Lastet ned arkivpakken
reg-insight-why-organiser = Personen ba dere slette
reg-archive-title = Arkivpakke
reg-archive-link = Last ned arkivpakken
reg-archive-reminder = Alt om deltakerne blir slettet { $date }.
reg-archive-lead = Pakken er en ZIP-fil som dere kan legge i sak- og arkivsystemet før opplysningene om deltakerne blir slettet. Den inneholder:
reg-archive-has-event = arrangementet slik det var kunngjort, som nettside (HTML) og som data (JSON)
reg-archive-has-form = spørsmålene i påmeldingen, uten svar
reg-archive-has-numbers = tall for påmelding og frammøte (CSV), der små tall er skjult
reg-archive-has-erased = kvitteringer for det som er slettet (CSV)
reg-archive-has-manifest = en liste over filene med SHA-256, etter standarden BagIt (RFC 8493)
reg-archive-has-programme = versjonene av programmet slik de ble kunngjort, uten navn på innledere (CSV og JSON)
reg-archive-programme = Programmet
reg-archive-programme-version = Versjon
reg-archive-programme-released = Kunngjort
reg-archive-programme-what = Hva
reg-archive-programme-session = Bolk
reg-archive-programme-start = Start
reg-archive-programme-end = Slutt
reg-archive-programme-room = Rom
reg-archive-programme-added = Ny
reg-archive-programme-moved = Flyttet
reg-archive-programme-removed = Fjernet
reg-archive-programme-edited = Endret
reg-archive-without = Svar om mat, tilrettelegging og annet som er følsomt, er aldri med.
reg-archive-ahead = Hva som blir slettet når
reg-archive-goes-unplaced = Alt om dem som ikke fikk plass, eller meldte seg av
reg-archive-goes-everybody = Alt om alle deltakerne. Tallene blir værende.
reg-archive-all-gone = Det er ikke mer å slette, eller fristen er ikke kjent ennå.
reg-archive-take = Last ned
reg-archive-people = { $n ->
    [one] Ta med listen over deltakere ({ $n } person)
   *[other] Ta med listen over deltakere ({ $n } personer)
  }
reg-archive-people-hint = Bare når listen må tas vare på. I arkivet blir den ikke slettet av oss.
reg-archive-why = Hva skal pakken brukes til?
reg-archive-why-hint = For eksempel arkivering i sak 26/123. Vi noterer hvem som laster ned, når og hvorfor.
reg-archive-download = Last ned pakken (ZIP)
reg-archive-organiser = Arrangør
reg-archive-when = Tid
reg-archive-where = Sted
reg-archive-price = Pris
reg-archive-state = Status
reg-archive-cancelled = Avlyst
reg-archive-choices = Hva man kunne velge
reg-archive-questions = Spørsmål i påmeldingen
reg-asked-title = Opplysninger om en person
reg-asked-lead = Når noen vil vite hva dere har om dem, eller vil ha det slettet, finner du det her. Du ser bare det som hører til arrangementene og rekkene til organisasjonen. Sjekk først at den som spør, er den personen det gjelder.
reg-asked-email = E-postadressen til personen
reg-asked-email-wrong = Skriv e-postadressen til personen, for eksempel kari@kommune.no
reg-asked-often = Du har spurt mange ganger den siste timen. Prøv igjen senere.
reg-asked-why = Hvorfor spør du?
reg-asked-why-hint = For eksempel forespørsel om innsyn, sak 26/123. Ikke skriv navn eller adresse her. Vi noterer hvem som spør, når og hvorfor, men ikke hvem det gjelder.
reg-asked-why-missing = Skriv hvorfor du spør, for eksempel forespørsel om innsyn, sak 26/123
reg-asked-find = Finn opplysninger
reg-asked-held = Det dere har
reg-asked-about = E-postadresse:
reg-asked-nothing = Dere har ingen påmeldinger fra denne adressen.
reg-asked-is-admitted = påmeldt
reg-asked-is-waiting = venter på plass
reg-asked-is-offered = har tilbud om plass
reg-asked-is-withdrawn = avmeldt
reg-asked-is-following = følger rekken
reg-asked-is-invited = er invitert
reg-asked-since = siden
reg-asked-take = Last ned alt som fil (JSON)
reg-asked-erase-title = Slett alt om personen
reg-asked-erase-text = Personen blir meldt av det som kommer, og plassene går til de neste. Påmeldinger, svar, notater, brev og kalendersvar blir slettet. Det samme gjelder forslag, omtale som innleder og lenker til å handle for en delegasjon. Programmet viser ikke navnet lenger. Tallene blir værende. Det kan ikke gjøres om.
reg-asked-erase-not = Kontaktpersoner i et nettverk står i medlemslisten og må endres der. Kontoer for arrangører finner du under
reg-asked-accounts = hvem som har tilgang
reg-asked-sure = Ja, slett alt om denne personen
reg-asked-sure-missing = Kryss av for at alt om personen skal slettes
reg-asked-erase = Slett alt
reg-asked-done = Opplysningene er slettet. Andre deler av tjenesten sletter sitt i løpet av kort tid.
reg-asked-log = Det som er gjort før
reg-asked-log-lead = Her står hvem som har spurt og hva som ble gjort, men ikke hvem det gjaldt.
reg-asked-log-caption = De siste oppføringene, den nyeste først
reg-asked-log-empty = Ingen har spurt ennå.
reg-asked-sign-ups = Påmeldinger og invitasjoner
reg-asked-series = Rekker
reg-asked-elsewhere = Annet som er slettet
reg-asked-did-found = Så hva som finnes
reg-asked-did-taken = Lastet ned alt
reg-asked-did-erased = Slettet alt

# Personal invitations.
reg-by-invitation = Arrangementet er bare for inviterte
reg-by-invitation-text = De som er invitert, melder seg på med lenken i invitasjonen sin. En lenke kan brukes én gang. Spør arrangøren om du skulle hatt en invitasjon.
reg-invited-form = Du er invitert. Navnet og adressen er fylt ut for deg, og du kan rette dem. Invitasjonen gjelder én person.
reg-invited-decline-link = Kan du ikke komme?
reg-invited-decline = Kan du ikke komme?
reg-invited-decline-text = Si fra, så vet arrangøren det, og vi minner deg ikke på invitasjonen.
reg-invited-decline-submit = Takk nei til invitasjonen
reg-invited-reason = Hvorfor ikke?
reg-invited-reason-hint = Det du skriver, ser arrangøren. Skriv ikke om helse eller annet som er privat.
reg-invited-reason-long = Skriv høyst { $n } tegn
reg-invited-forget = Slett også navnet og e-postadressen min
reg-invited-forget-hint = Da ser arrangøren bare at én har takket nei, og lenken i brevet virker ikke mer.
reg-invited-to-form = Jeg vil melde meg på likevel
reg-invited-declined = Takk for svaret
reg-invited-declined-text = Arrangøren vet nå at du ikke kan komme.
reg-invited-again = Passer det likevel? Meld deg på
reg-invited-used = Invitasjonen er brukt
reg-invited-used-text = Noen har meldt seg på med denne invitasjonen. Er det deg, fikk du et brev med lenke til siden din. Der kan du endre og melde deg av.
reg-invited-own-page = Send meg lenken til siden min
reg-invited-gone = Invitasjonen gjelder ikke lenger
reg-invited-gone-text = Enten er invitasjonen trukket tilbake, eller så er ikke hele lenken med. Spør arrangøren om du lurer på noe.
reg-invitations-title = Invitasjoner
reg-invitations-link = Personlige invitasjoner
reg-invitations-lead = Hver av dem dere inviterer, får et brev med sin egen lenke til skjemaet. Brevet går ikke før dere sender det. Vi følger ikke med på hvem som åpner brevet eller skjemaet.
reg-invitations-wording = Se brevet, og skriv det med egne ord
reg-invitations-over = Påmeldingen er ikke åpen, så ingen kan inviteres eller minnes på det nå.
reg-invitations-going = Brev som er på vei ut: { $n }. De går av seg selv, også om dere lukker siden.
reg-invitations-missed = Påminnelsen som skulle gå { $when }, ble ikke sendt, for påmeldingen var ikke åpen da.
reg-invitations-none = Dere har ikke invitert noen ennå.
reg-invitations-send = Send invitasjoner ({ $n })
reg-invitations-remind = Minn dem som ikke har svart ({ $n })
reg-invitations-held = Ikke sendt
reg-invitations-signed-up = Påmeldte
reg-invitations-declined = Har takket nei
reg-invitations-signed-off = Har meldt seg av
reg-invitations-silent = Har ikke svart
reg-invitations-unreachable = Brevet kom ikke frem
reg-invitations-taken-back = Trukket tilbake
reg-invitations-is-held = Venter på å bli sendt
reg-invitations-is-signed-up = Påmeldt
reg-invitations-is-declined = Har takket nei
reg-invitations-is-signed-off = Har meldt seg av
reg-invitations-is-silent = Har ikke svart
reg-invitations-is-unreachable = Brevet kom ikke frem
reg-invitations-is-taken-back = Trukket tilbake
reg-invitations-found = Inviterte: { $n }
reg-invitations-sent = Sendt
reg-invitations-reminded = Påminnet
reg-invitations-act = Gjør noe
reg-invitations-take-back = Trekk tilbake
reg-invitations-day-title = Minn om invitasjonen av seg selv
reg-invitations-day-text = De som ikke har svart den dagen, får ett brev klokka 9. Ingen blir minnet på det mer enn én gang, og aldri de som har svart.
reg-invitations-day = Dag for påminnelse
reg-invitations-day-save = Lagre dagen
reg-invitations-day-set = De som ikke har svart, blir minnet på det { $when }.
reg-invitations-day-clear = Ikke minn noen av seg selv
reg-invitations-day-wrong = Skriv en dag som finnes
reg-invitations-day-past = Velg en dag som ikke har vært
reg-invitations-day-late = Velg en dag før påmeldingen stenger
reg-invitations-done-held = De er skrevet opp, og får ikke noe brev før dere sender invitasjonene.
reg-invitations-done-sent = Invitasjonene er sendt.
reg-invitations-done-reminded = Påminnelsene er sendt.
reg-invitations-done-taken-back = Invitasjonen er trukket tilbake. Lenken i brevet virker ikke mer.
reg-invitations-done-otherwise = Invitasjonen kunne ikke trekkes tilbake. Kanskje har personen meldt seg på i mellomtiden.
reg-invitations-done-day = Dagen er lagret.
reg-invitations-done-no-day = Ingen blir minnet på det av seg selv.
reg-invitations-done-nobody = Det var ingen å skrive til.
reg-going-send = Send invitasjonene
reg-going-send-text = Disse får hvert sitt brev med en lenke som bare er deres.
reg-going-send-submit = Send til { $n }
reg-going-minn = Minn dem som ikke har svart
reg-going-minn-text = Disse har fått invitasjonen og ikke svart. De får ett brev til, og ikke flere.
reg-going-minn-submit = Send påminnelse til { $n }
reg-going-look = Se hvordan brevet blir
reg-going-nobody = Det er ingen å skrive til nå.
reg-invite-title = Inviter flere
reg-invite-text = Inviter bare folk dere har grunn til å skrive til. I brevet står det hvem som har skrevet dem opp. 30 dager etter arrangementet blir navn og adresser slettet.
reg-invite-people = Hvem vil dere invitere?
reg-invite-people-hint = Én på hver linje: navn <adresse>, organisasjon, språk. Bare adressen må være med. Dere kan også lime inn fra et regneark.
reg-invite-language = Språket i brevet når linja ikke sier det
reg-invite-look = Se hva det blir
reg-invite-preview = Hva det blir
reg-invite-lines = Det som blir av hver linje
reg-invite-then = De blir skrevet opp. Ingen får brev før dere sender invitasjonene.
reg-invite-hold = Skriv opp { $n }
reg-invite-nobody = Skriv minst én adresse
reg-invite-too-many = Skriv opp høyst { $n } om gangen
reg-invite-full = Det kan ikke være flere enn { $n } inviterte til et arrangement
reg-invite-file-title = Eller hent dem fra en fil
reg-invite-file = Fil med dem dere vil invitere
reg-invite-file-hint = Excel eller CSV med én person på hver linje. Dere ser hva det blir før noen blir skrevet opp.
reg-invite-fate-invited = Blir invitert
reg-invite-fate-anew = Blir invitert på nytt
reg-invite-fate-before = Er allerede invitert
reg-invite-fate-signed-up = Er allerede påmeldt
reg-invite-fate-twice = Står lenger oppe også
reg-invite-fate-wrong = Kan ikke inviteres slik
reg-invite-count-invited = Blir invitert: { $n }
reg-invite-count-anew = Blir invitert på nytt: { $n }
reg-invite-count-before = Er allerede invitert: { $n }
reg-invite-count-signed-up = Er allerede påmeldt: { $n }
reg-invite-count-twice = Står to ganger: { $n }
reg-invite-count-wrong = Kan ikke inviteres slik de står: { $n }
reg-insight-did-invitations = Så de inviterte
reg-insight-did-invited = Skrev opp folk som skal inviteres
reg-insight-did-invitations_sent = Sendte invitasjoner
reg-insight-did-invitations_reminded = Minnet inviterte som ikke hadde svart
reg-insight-did-invitation_taken_back = Trakk tilbake en invitasjon
reg-insight-why-invited = Var invitert, og arrangementet er lenge siden
