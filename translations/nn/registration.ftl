# The sign-up form, its receipt and the list of those signed up.
reg-form-title = Meld deg på { $event }
reg-problems = For å melde deg på må du rette dette:
reg-when = Når
reg-where = Kvar
reg-online = På nett. Du får lenkje når du er påmeld.
reg-or-online = eller på nett
reg-price = Pris
reg-contact = Lurer du på noko? Spør
reg-and = og
reg-read-more = Les meir om arrangementet
reg-places-left = { $n ->
    [one] { $n } ledig plass
   *[other] { $n } ledige plassar
}
reg-full = Fullt. Du kan setje deg på venteliste.
reg-waiting-now = { $n ->
    [one] { $n } person står på lista no.
   *[other] { $n } personar står på lista no.
}
reg-all-required = Alle felta må fyllast ut.
reg-about-you = Om deg
reg-name = Namn
reg-email = E-post
reg-email-hint = Vi sender stadfesting og kalenderinvitasjon hit.
reg-why = Kvifor spør vi om dette?
reg-answer-erased = Vi slettar svaret { $date }.
reg-answer-sensitive = Svaret blir oppbevart for seg, og berre dei som treng det, får sjå det.
reg-yes = Ja
reg-answers = Svara
reg-no = Nei
reg-no-answer = Vil ikkje svare
reg-which-municipality = Kva kommune meinte du?
reg-attend = Korleis vil du delta?
reg-attend-in_person = Eg møter opp
reg-attend-online = Eg deltek på nett
reg-choice-only-in_person = Berre for dei som møter opp.
reg-choice-only-online = Berre for dei som deltek på nett.
reg-choices-anytime = Når som helst
reg-choices = Kva vil du vere med på?
reg-choice-full = Fullt – venteliste. Du kan setje deg på lista.
reg-choice-closed = Fullt.
reg-choices-receipt = Det du valde
reg-choice-held = du har plass
reg-choice-waiting = du står på venteliste
reg-choice-undecided = arrangøren avgjer
reg-choice-offered = du har fått tilbod om plass
reg-choice-released = meld av
reg-guests = Meld på fleire
reg-guests-text = { $n ->
    [one] Du kan melde på ein person til. De får plass saman eller står på venteliste saman. Val og svar om kommune og organisasjon gjeld for alle, og kvar får eigen e-post.
   *[other] Du kan melde på inntil { $n } til. De får plass saman eller står på venteliste saman. Val og svar om kommune og organisasjon gjeld for alle, og kvar får eigen e-post.
}
reg-guest = Person { $n }
reg-guest-name = Namnet til den du melder på
reg-guest-email = E-posten til den du melder på
reg-field-guest-name = Namn på person { $n }
reg-field-guest-email = E-post til person { $n }
reg-controller = { $organisation } er ansvarleg for opplysningane dine.
reg-controller-with = { $organisation } er ansvarleg for opplysningane dine. Desse arrangerer saman med dei og ser berre tal: { $others }.
reg-erased = Vi slettar opplysningane dine { $date }.
reg-public-access = Arrangøren kan få spørsmål om innsyn i lista over påmelde.
reg-privacy = Les korleis vi brukar og slettar opplysningane
reg-submit = Meld meg på
reg-submit-waiting = Set meg på venteliste

# Why one cannot sign up, or not just now.
reg-closed = Påmeldinga er stengd
reg-closed-text = Spør arrangøren om det er plass.
reg-not-open = Påmeldinga er ikkje open enno
reg-not-open-text = Du kan melde deg på frå { $when }.
reg-no-places = Det er fullt
reg-no-places-text = Alle plassane er tekne, og det er inga venteliste. Spør arrangøren om det er plass.
reg-cancelled = Arrangementet er avlyst
reg-cancelled-text = Du kan ikkje melde deg på. Spør arrangøren om det kjem eit nytt.
reg-over = Arrangementet er over
reg-over-text = Du kan ikkje melde deg på lenger. Sjå på framsida kva som kjem.
reg-not-genuine = Send skjemaet ein gong til
reg-not-genuine-text = Sida har vore open for lenge, så vi kunne ikkje ta imot ho. Ingenting er lagra. Alt du skreiv, står her enno: trykk på knappen nedst ein gong til.
reg-trapped = Skjemaet er ikkje sendt
reg-trapped-text = Eit felt som ikkje er synleg, var fylt ut, så ingenting er lagra. Alt du skreiv, står her enno: trykk på knappen nedst ein gong til.
reg-busy = Det er mange her akkurat no
reg-busy-text = Vi rakk ikkje å ta imot skjemaet. Alt du skreiv, står her enno: vent litt og trykk på knappen nedst ein gong til.
reg-sent-before = Skjemaet er sendt før
reg-sent-before-text = Det same skjemaet er sendt éin gong før, med andre svar. Vil du melde på nokon til, trykk på knappen nedst ein gong til.
reg-party-too-large = De er for mange
reg-party-too-large-text = Så mange kan ikkje melde seg på saman. Ta bort nokon, eller spør arrangøren.
reg-not-invited = Du kan ikkje melde deg på med denne adressa
reg-not-invited-text = Arrangementet er ikkje for alle. Bruk e-postadressa du har i organisasjonen som er invitert, eller spør arrangøren.
reg-for-some = Arrangementet er ikkje for alle. Bruk e-postadressa du har i organisasjonen som er invitert.

# The receipt.
reg-receipt-admitted = { $n ->
    [one] Takk! Du er påmeld.
   *[other] Takk! De er påmelde.
}
reg-receipt-waiting = { $n ->
    [one] Takk! Du står på venteliste.
   *[other] Takk! De står på venteliste.
}
reg-receipt-received = { $n ->
    [one] Takk! Vi har teke imot påmeldinga.
   *[other] Takk! Vi har teke imot påmeldinga.
}
reg-position = Du er nummer { $n } på lista.
reg-receipt-undecided = { $n ->
    [one] Takk! Vi har teke imot påmeldinga di.
   *[other] Takk! Vi har teke imot påmeldinga dykkar.
}
reg-undecided-next = Arrangøren avgjer kven som får plass. Du har ikkje plass enno, og får e-post når det er avgjort. Vent med å bestille reise.
reg-approval = Arrangøren avgjer kven som får plass. Du får e-post når det er avgjort.
reg-submit-undecided = Send påmeldinga
reg-waiting-next = Vi skriv til deg med ein gong det blir ein ledig plass. Du treng ikkje gjere noko, men vent med å bestille reise.
reg-waiting-offers = Vi skriv til deg når det er ein plass til deg. Då må du svare innan fristen. Vent med å bestille reise.
reg-receipt-held = { $n } har plass
reg-receipt-queued = { $n } står på venteliste
reg-letter-sent = { $n ->
    [one] Sjå i e-posten din: der står alt om påmeldinga, med lenkja der du kan endre ho eller melde deg av.
   *[other] Kvar av dykk får ein e-post om påmeldinga, med lenkja der ho kan endrast.
}
reg-letter-missing = Har du ikkje fått e-post innan ein halvtime? Sjå i søppelposten, eller spør arrangøren.

# The list that organisers see.
reg-list-title = Påmeldingar
reg-list-path = Du er her
reg-list-organiser = For arrangørar
reg-list-admitted = Påmelde
reg-list-of = av { $n } plassar
reg-list-waiting = På venteliste
reg-list-offered = Har fått tilbod om plass
reg-list-withdrawn = Avmelde
reg-list-attended = Møtte
reg-list-undeliverable = E-post som ikkje kom fram
reg-list-numbers-only = Rolla di viser tal, ikkje namn. Spør den som styrer kontoane i organisasjonen dersom du treng å sjå lista.
reg-list-audited = Vi noterer kven som ser på lista, og når.
reg-list-search = Søk i namn, e-post og organisasjon
reg-list-state = Status
reg-list-all = Alle
reg-list-filter = Filtrer
reg-list-found = { $n ->
    [one] { $n } person
   *[other] { $n } personar
}
reg-list-number = Nr.
reg-list-arrived = Meldte seg på
reg-list-undeliverable-one = Kom ikkje fram
reg-list-undecided = Skal avgjerast
reg-list-undecided-see = Sjå kven
reg-list-attended-one = Møtte
reg-list-reply-accepted = Kalender: ja
reg-list-reply-tentative = Kalender: kanskje
reg-list-reply-declined = Kalender: nei
reg-list-reply-delegated = Kalender: sender ein annan
reg-list-reply-proposed = Kalender: foreslår ei anna tid
reg-list-reply-unproven = (ikkje stadfesta)
reg-list-position = nummer { $n }
reg-list-state-admitted = Påmeld
reg-list-state-waiting = Venteliste
reg-list-state-undecided = Skal avgjerast
reg-list-state-offered = Tilbod om plass
reg-list-state-withdrawn = Avmeld
reg-list-form-in_person = møter opp
reg-list-form-online = på nett
reg-list-came = Oppmøte
reg-list-came-note = Kom
reg-list-came-undo = Kom ikkje likevel
reg-list-overfull = { $taken } har plass, og det er { $capacity } plassar no. Ingen mistar plassen sin, og ingen nye får plass før talet er under.
reg-list-nobody = Vi fann ingen.
reg-list-pages = Sider
reg-list-organisation = Organisasjon
reg-list-form = Deltaking
reg-list-choice = Har valt
reg-list-choice-any = Kva som helst
reg-list-sort = Sorter etter
reg-list-sort-number = Rekkjefølgja dei kom i
reg-list-sort-name = Namn
reg-list-sort-organisation = Organisasjon
reg-list-sort-newest = Nyaste først
reg-list-clear = Vis alle
reg-list-place = Plass i køen

# Taking people out as a file, and what the kitchen needs to know.
reg-export-title = Last ned lista
reg-export-file = pameldingar
reg-export-text = { $n ->
    [one] Fila får med { $n } person, med svara.
   *[other] Fila får med { $n } personar, med svara deira.
}
reg-export-why = Kva skal fila brukast til?
reg-export-why-hint-people = Til dømes namneskilt. Vi noterer kven som lastar ned, når, kvifor og kor mange personar det gjeld.
reg-export-why-hint-needs = Til dømes til kjøkenet. Vi noterer kven som lastar ned, når, kvifor og kor mange personar det gjeld.
reg-export-why-missing = Skriv kva fila skal brukast til, til dømes namneskilt
reg-export-why-long = Skriv det med høgst { $n } teikn
reg-export-sensitive = Ta med svara om mat og tilrettelegging
reg-export-sensitive-hint = Berre når du treng dei saman med namna. Tala åleine finn du på sida om mat og tilrettelegging.
reg-export-after = Slett fila når du ikkje treng ho lenger.
reg-export-xlsx = Last ned for Excel (XLSX)
reg-export-csv = Last ned som CSV
reg-export-pdf = Last ned liste til utskrift (PDF)
reg-export-pdf-hint = PDF-lista har nummer, namn, organisasjon og status, ikkje svar.
reg-export-page = Side { $page } av { $pages }
reg-export-taken = Henta ut { $when }. Formål: { $why }
reg-needs-title = Mat og tilrettelegging
reg-needs-file = mat-og-tilrettelegging
reg-needs-text = { $n ->
    [one] Tala gjeld den eine som har plass, utan namn.
   *[other] Tala gjeld dei { $n } som har plass, utan namn.
}
reg-needs-no-questions = Skjemaet har ingen spørsmål om mat eller tilrettelegging.
reg-needs-question = Spørsmål
reg-needs-answer = Svar
reg-needs-people = Personar
reg-needs-unanswered = Ikkje svart
reg-needs-download = Last ned tala

# One person, as organisers see them.
reg-person-title = Påmelding nr. { $n }
reg-person-offered-until = Tilbodet gjeld til
reg-person-calendar = Svar i kalenderen
reg-person-choice-held = Har plass
reg-person-choice-waiting = Står på venteliste
reg-person-choice-offered = Har fått tilbod om plass
reg-person-choice-released = Meld av
reg-person-party = Meldte seg på saman med
reg-person-answers = Svar
reg-person-sensitive-show = Vis svara om mat og tilrettelegging
reg-person-sensitive-noted = Vi noterer at du har sett dei.
reg-person-sensitive-none = Ingen svar.
reg-person-sensitive-not-yours = Rolla di viser ikkje desse svara.
reg-person-letters = Sjå breva til personen
reg-person-history = Kva som har skjedd
reg-person-history-signed_up = meldte seg på
reg-person-history-admitted = fekk plass
reg-person-history-received = melde seg på, og arrangøren skulle avgjere
reg-person-history-declined = fekk nei frå arrangøren
reg-person-history-moved_up = fekk plass frå ventelista
reg-person-history-waitlisted = kom på venteliste
reg-person-history-offered = fekk tilbod om plass
reg-person-history-changed = endra påmeldinga, eller fekk ho endra
reg-person-history-withdrew = meldte seg av
reg-person-history-withdrawn = vart meld av
reg-person-history-unseated = delegasjonen tok plassen tilbake
reg-person-history-signed_off = vart meld av av arrangøren
reg-person-history-offer_lapsed = tilbodet gjekk ut, eller svaret var nei
reg-person-history-handed_over = gav plassen til ein annan
reg-person-history-event_cancelled = arrangementet vart avlyst
reg-person-history-repeated = same adressa vart meld på ein gong til, og ingenting vart endra
reg-person-history-replanned = programmet vart endra, og noko av det valde med det
reg-person-history-attended = møtte
reg-person-history-not_attended = møtte ikkje likevel
reg-person-history-undeliverable = e-post kom ikkje fram
reg-person-notes = Merknader
reg-person-notes-none = Ingen har notert noko.
reg-person-note = Ny merknad
reg-person-note-hint = Skriv ikkje om helse eller anna som er sensitivt. Personen kan be om å få lese det, og det blir sletta saman med påmeldinga.
reg-person-note-save = Lagre merknaden
reg-person-note-delete = Slett merknaden
reg-person-note-own = skriven av deg
reg-person-note-other = skriven av ein annan arrangør
reg-person-note-missing = Skriv kva du vil notere
reg-person-note-long = Skriv merknaden med høgst { $n } teikn

# Det arrangørar gjer med påmeldingane til andre.
reg-act-plass = Gi plass
reg-act-endre = Endre deltaking og val
reg-act-lenkje = Send lenkja på nytt
reg-act-meld-av = Meld av
reg-act-submit-plass = Gi plass
reg-act-submit-endre = Lagre endringane
reg-act-submit-lenkje = Send lenkja
reg-act-submit-meld-av = Meld av
reg-act-then-meld-av-admitted = Plassen går til den neste på ventelista, eller blir ledig. Personen får e-post om at arrangøren har meldt av, og arrangementet blir teke ut av kalenderen. Du kan ikkje angre, men personen kan meldast på att så lenge det er plass.
reg-act-then-meld-av-waiting = Personen mister plassen sin på ventelista, og får e-post om at arrangøren har meldt av. Du kan ikkje angre.
reg-act-then-meld-av-offered = Tilbodet om plass går til den neste på ventelista. Personen får e-post om at arrangøren har meldt av. Du kan ikkje angre.
reg-act-then-plass-waiting = Det er ledig plass. Personen går frå ventelista til påmeld, og får e-post med innkalling til kalenderen.
reg-act-godkjenn = Godkjenn
reg-act-avslag = Avslå
reg-act-submit-godkjenn = Godkjenn
reg-act-submit-avslag = Avslå
reg-act-then-godkjenn = Er det ledig plass, får personen plass og e-post med innkalling til kalenderen. Elles kjem personen bakarst på ventelista, og får e-post om det.
reg-act-then-avslag = Personen får ikkje plass, og får e-post om det. Du kan ikkje angre, men personen kan meldast på att.
reg-act-reason = Grunngiving
reg-act-reason-hint = Står i e-posten til den det gjeld, slik du skriv ho.
reg-act-reason-long = Skriv høgst { $most } teikn.
reg-act-approved = Personen er godkjend
reg-act-approved-text = E-post er på veg. Under ser du om personen fekk plass eller står på ventelista.
reg-act-declined = Personen har fått nei
reg-act-declined-text = E-post om det er på veg.
reg-act-decided = Det er alt avgjort
reg-act-decided-text = Nokon har svart på påmeldinga. Ingenting er endra.
reg-act-then-plass-offered = Du svarer ja på tilbodet for personen, og for dei som fekk det saman. Dei får e-post med innkalling til kalenderen.
reg-act-then-lenkje = Personen får ein e-post med lenkja til si eiga side. Lenkja som er send før, verkar framleis. Du får ikkje sjå lenkja.
reg-act-then-endre = Svara til personen blir ståande. Endringa står på sida til personen, og går ut på e-post når ho endrar noko i kalenderen.
reg-act-passes = { $n ->
    [one] { $n } person står framfor i køen, og blir forbigått.
   *[other] { $n } personar står framfor i køen, og blir forbigått.
}
reg-act-noted = Vi noterer at det var du som gjorde det.
reg-act-back = Tilbake utan å gjere noko
reg-act-problems = For å lagre må du rette dette:
reg-act-placed = Personen har fått plass
reg-act-placed-text = E-post med innkalling er på veg.
reg-act-moved = Endringane er lagra
reg-act-moved-text = Sida under viser korleis det står no.
reg-act-link-sent = Lenkja er på veg
reg-act-link-sent-text = Ho kjem til e-postadressa som står under.
reg-act-signed-off = Personen er meld av
reg-act-signed-off-text = Personen får e-post om det.
reg-act-added = Personen er meld på
reg-act-added-text = Stadfesting med innkalling og lenkje til eiga side er på veg på e-post.
reg-act-added-waiting = Personen står på ventelista
reg-act-added-waiting-text = Det er ingen ledig plass no. Personen får e-post om plassen i køen, med lenkje til eiga side.
reg-act-known = Adressa er meld på frå før
reg-act-known-text = Ingenting er endra. Her er påmeldinga som finst.
reg-act-full = Det er ikkje ledig plass
reg-act-full-text = Det blir aldri gitt fleire plassar enn det er. Meld av nokon, eller set opp talet på plassar for arrangementet.
reg-act-lapsed = Tilbodet gjeld ikkje lenger
reg-act-lapsed-text = Plassen går til den neste på ventelista.
reg-act-gone = Personen er meld av
reg-act-gone-text = Påmeldinga kan ikkje endrast. Meld på personen på nytt dersom det trengst.
reg-act-over-text = Påmeldingar kan ikkje endrast etter at arrangementet er over.
reg-act-cancelled-text = Påmeldingar kan ikkje endrast når arrangementet er avlyst.
reg-act-impossible = Det gjekk ikkje
reg-act-impossible-text = Påmeldinga står slik at det ikkje kan gjerast. Ingenting er endra.
reg-add-title = Meld på ein person
reg-add-text = Personen får stadfesting på e-post, eller melding om ventelista, og kan sjølv endre svara eller melde seg av. Du treng berre fylle ut namn og e-post; resten blir spurt om på sida til personen.
reg-add-left-out = Samtykke og svar om mat og tilrettelegging kan berre personen sjølv gi.
reg-add-waiting = Alle plassane er tekne, så personen kjem på venteliste.
reg-add-email-hint = Adressa til personen, ikkje di eiga.
reg-add-submit = Meld på
reg-add-full-text = Alle plassane er tekne, og det er inga venteliste. Det blir aldri gitt fleire plassar enn det er.
reg-several-title = Gjer noko med fleire
reg-several-text = { $n ->
    [one] Utvalet frå lista har { $n } person. Vel kva du vil gjere; du får sjå kven det gjeld først.
   *[other] Utvalet frå lista har { $n } personar. Vel kva du vil gjere; du får sjå kven det gjeld først.
}
reg-several-meld-av = Meld av fleire
reg-several-godkjenn = Godkjenn fleire
reg-several-avslag = Avslå fleire
reg-several-will-godkjenn = { $n ->
    [one] { $n } person kan godkjennast. Er det ledig plass, får personen plass; elles kjem personen på ventelista. Personen får e-post.
   *[other] { $n } personar kan godkjennast. Dei får plass så lenge det er ledig, i rekkjefølgja under; resten kjem på ventelista. Kvar av dei får e-post.
}
reg-several-will-avslag = { $n ->
    [one] { $n } person kan få nei. Personen får e-post om det. Du kan ikkje angre.
   *[other] { $n } personar kan få nei. Kvar av dei får e-post om det. Du kan ikkje angre.
}
reg-several-done-godkjenn = { $n ->
    [one] { $n } person er godkjend.
   *[other] { $n } personar er godkjende.
}
reg-several-done-avslag = { $n ->
    [one] { $n } person har fått nei.
   *[other] { $n } personar har fått nei.
}
reg-several-submit-godkjenn = Godkjenn dei som er kryssa av
reg-several-submit-avslag = Avslå dei som er kryssa av
reg-several-why-decided = er alt avgjort
reg-several-why-full = det er ingen ledig plass, og inga venteliste
reg-several-kom = Noter at fleire kom
reg-several-kom-ikkje = Noter at fleire ikkje kom likevel
reg-several-will-meld-av = { $n ->
    [one] { $n } person kan meldast av. Plassen går til ventelista, og personen får e-post om at arrangøren har meldt av. Du kan ikkje angre.
   *[other] { $n } personar kan meldast av. Plassane går til ventelista, og kvar av dei får e-post om at arrangøren har meldt av. Du kan ikkje angre.
}
reg-several-will-kom = { $n ->
    [one] Du kan notere at { $n } person kom.
   *[other] Du kan notere at { $n } personar kom.
}
reg-several-will-kom-ikkje = { $n ->
    [one] { $n } person er notert som møtt, og det kan takast tilbake.
   *[other] { $n } personar er noterte som møtte, og det kan takast tilbake.
}
reg-several-done-meld-av = { $n ->
    [one] { $n } person er meld av.
   *[other] { $n } personar er melde av.
}
reg-several-done-kom = { $n ->
    [one] Det er notert at { $n } person kom.
   *[other] Det er notert at { $n } personar kom.
}
reg-several-done-kom-ikkje = { $n ->
    [one] Det er notert at { $n } person ikkje kom likevel.
   *[other] Det er notert at { $n } personar ikkje kom likevel.
}
reg-several-submit-meld-av = Meld av dei som er kryssa av
reg-several-submit-kom = Noter at dei som er kryssa av, kom
reg-several-submit-kom-ikkje = Noter at dei som er kryssa av, ikkje kom
reg-several-people = Kven det gjeld
reg-several-unfit = Desse gjeld det ikkje
reg-several-undone = Ikkje gjort for desse
reg-several-back = Tilbake til lista
reg-several-more = Gjer noko meir med utvalet
reg-several-most = Utvalet har { $found } personar. Her er dei { $n } første; ta resten etterpå, eller vel færre i lista.
reg-several-nobody-chosen = Kryss av for minst éin person
reg-several-why-signed-off = er meld av
reg-several-why-over = arrangementet er over
reg-several-why-cancelled = arrangementet er avlyst
reg-several-why-no-place = har ikkje plass
reg-several-why-online = deltek på nett
reg-several-why-came = er notert som møtt
reg-several-why-did-not-come = er ikkje notert som møtt
reg-several-why-busy = systemet var oppteke; prøv igjen
reg-foreign-title = Hent inn påmeldingar
reg-foreign-text = Har påmeldinga gått i eit anna skjema, til dømes Microsoft Forms eller Pindena, lagrar du svara derfrå som Excel-fil eller CSV og vel fila her. Du får sjå kva vi les før nokon blir meld på.
reg-foreign-file = Fil med påmeldingar
reg-foreign-file-hint = Excel-fil (xlsx) med overskrifter i første linje av det første arket, eller CSV UTF-8. Høgst 500 personar.
reg-foreign-read = Les fila
reg-foreign-columns = Kva kolonnane er
reg-foreign-columns-text = Vi har gjetta ut frå overskriftene. Rett det som er feil, og sjå på linjene på nytt. Samtykke og svar om mat og tilrettelegging blir ikkje henta inn; dei gir personen på si eiga side.
reg-foreign-column-name = Heile namnet
reg-foreign-column-first-name = Fornamn
reg-foreign-column-last-name = Etternamn
reg-foreign-column-email = E-post
reg-foreign-column-form = Korleis personen deltek
reg-foreign-no-column = Ingen kolonne
reg-foreign-form = Korleis deltek dei?
reg-foreign-form-hint = Gjeld dei som ikkje har svar i kolonnen om deltaking.
reg-foreign-form-missing = Vel korleis dei deltek
reg-foreign-columns-missing = Vel kolonnane med e-post og namn
reg-foreign-look = Sjå på linjene på nytt
reg-foreign-again = Sjå på linjene før du hentar inn
reg-foreign-again-text = Du har endra noko sidan sist. Her er linjene slik dei blir lesne no.
reg-foreign-preview = Kva som skjer
reg-foreign-count-place = { $n ->
    [one] { $n } person får plass
   *[other] { $n } personar får plass
}
reg-foreign-count-waits = { $n ->
    [one] { $n } person kjem på ventelista
   *[other] { $n } personar kjem på ventelista
}
reg-foreign-count-full = { $n ->
    [one] { $n } person får ikkje plass
   *[other] { $n } personar får ikkje plass
}
reg-foreign-count-known = { $n ->
    [one] { $n } person er påmeld frå før
   *[other] { $n } personar er påmelde frå før
}
reg-foreign-count-before = { $n ->
    [one] { $n } person er henta inn før, og blir ikkje henta inn igjen
   *[other] { $n } personar er henta inn før, og blir ikkje henta inn igjen
}
reg-foreign-count-twice = { $n ->
    [one] { $n } linje har ei adresse som står lenger oppe
   *[other] { $n } linjer har ei adresse som står lenger oppe
}
reg-foreign-count-wrong = { $n ->
    [one] { $n } linje kan ikkje hentast inn
   *[other] { $n } linjer kan ikkje hentast inn
}
reg-foreign-fate-place = Får plass
reg-foreign-fate-waits = Venteliste
reg-foreign-fate-full = Ikkje plass
reg-foreign-fate-known = Påmeld frå før
reg-foreign-fate-before = Henta inn før
reg-foreign-fate-twice = Adressa står lenger oppe
reg-foreign-fate-wrong = Kan ikkje hentast inn
reg-foreign-left-out = Svaret blir ikkje med.
reg-foreign-lines = Linjene i fila
reg-foreign-line = Linje
reg-foreign-then = Kvar av dei får e-post med stadfesting eller plassen i køen, og lenkje til eiga side.
reg-foreign-take = { $n ->
    [one] Meld på { $n } person
   *[other] Meld på { $n } personar
}
reg-foreign-done = Lista er henta inn
reg-foreign-another = Hent inn ei anna fil
reg-foreign-missing = Vel ei fil med påmeldingar
reg-foreign-too-large = Del fila i fleire; denne er for stor
reg-foreign-nobody = Vel ei fil med overskrifter i første linje og personar under
reg-foreign-too-many-rows = Del fila i fleire, med høgst { $n } personar i kvar
reg-foreign-too-many-columns = Fjern kolonnar som ikkje trengst; det kan vere høgst { $n }
reg-foreign-encoding = Lagre fila som CSV UTF-8; linje { $line } har teikn vi ikkje kan lese
reg-foreign-quote = Rett hermeteiknet på linje { $line }; det blir aldri avslutta
reg-foreign-damaged = Lagre fila på nytt frå Excel, eller som CSV UTF-8; denne er skadd eller ikkje ei Excel-fil
reg-foreign-locked = Lagre fila som xlsx utan passord, eller som CSV UTF-8

# The person's own page.
my-title = Påmeldinga di
my-problems = Dette må du rette:
my-state-admitted = Du er påmeld.
my-state-waiting = Du står på venteliste.
my-state-undecided = Arrangøren har ikkje avgjort enno.
my-state-undecided-text = Vi har teke imot påmeldinga di. Du har ikkje plass før arrangøren har sagt ja. Du får e-post når det er avgjort.
my-state-declined = Du fekk ikkje plass.
my-state-declined-text = Arrangøren har svart nei på påmeldinga di. Svaret står i e-posten du har fått.
my-state-offered = Du har fått tilbod om plass.
my-state-withdrawn = Du er meld av.
my-offer = Vil du ha plassen?
my-offer-text = Vi held av ein plass til deg til { $when }. Høyrer vi ikkje frå deg, går plassen til den neste på lista.
my-offer-accept = Ja, eg vil ha plassen
my-offer-decline = Nei takk
my-join = Gå til møtet på nett
my-change = Endre påmeldinga
my-withdraw = Meld meg av
my-hand-over = Gi plassen vidare
my-attend = Deltaking
my-choose = Vel mellom desse
my-choose-text = Programmet er endra, så du rekk ikkje alt du har valt. Vel innan { $when }. Høyrer vi ikkje frå deg, held du på det du valde først, og den andre plassen går til den neste på lista.
my-choose-one = Kva vil du vere med på?
my-choose-submit = Lagre valet
my-choose-missing = Vel éin i kvart par, og lagre på nytt. Ingenting er endra.
my-nothing-to-choose = Det er ingenting å velje mellom
my-nothing-to-choose-text = Du har alt valt, fristen er ute, eller programmet er endra på nytt. Slik står påmeldinga di no.
my-gone = Dette går ikkje lenger
my-gone-instead = Desse har plass på same tid:
my-gone-nothing = Ingen andre har plass på same tid.
my-gone-choose = Vel noko anna
my-held = Dette har vi lagra om deg
my-held-text = { $organisation } er ansvarleg for opplysningane.
my-language = Språk i e-postane
my-language-nn = Nynorsk
my-language-nb = Bokmål
my-language-sv = Svenska
my-language-en = English
my-signed-up-at = Meldte deg på
my-attended-at = Møtte
my-placed-tables = Bord { $number }
my-placed-groups = Gruppe { $number }
my-reply = Svar frå kalenderen din
my-reply-accepted = Ja
my-reply-tentative = Kanskje
my-reply-declined = Nei
my-reply-delegated = Ein annan kjem
my-reply-proposed = Foreslår ei anna tid
my-reply-leaves = Du har svart nei i kalenderen din. Vi melder deg av { $when }. Har du ombestemt deg, svarer du ja i kalenderen før det.
my-no-answer = Ikkje svart
my-download = Last ned alt vi har lagra om deg (JSON)
my-calendar = Kalender
my-calendar-text = Invitasjonen ligg i e-posten du fekk. Opnar du vedlegget, hamnar arrangementet i kalenderen din og blir oppdatert når noko endrar seg.
my-feed = Abonner på kalenderen din
my-feed-address = Eller lim inn denne adressa i kalenderprogrammet:
my-link = Lenkja di
my-link-text = Lenkja til denne sida er berre til deg. Har andre fått tak i ho?
my-new-link = Få ei ny lenkje
my-erase-text = Du kan få sletta alt vi har lagra om deg.
my-erase = Slett alt om meg
my-see = Sjå påmeldinga di
my-back = Avbryt

# Changing.
my-change-title = Endre påmeldinga di
my-email-fixed = E-post: { $email }. Adressa kan ikkje endrast her. Skal ein annan kome i staden for deg, gi plassen vidare.
my-save = Lagre
my-changed = Endringa er lagra
my-changed-text = Slik står påmeldinga di no.
my-accepted = Plassen er din
my-accepted-text = Du får ein e-post med kalenderinvitasjon.

# Confirming, and what was done.
my-withdraw-question = Vil du melde deg av?
my-withdraw-then = Plassen går til den neste på ventelista, og arrangementet blir teke ut av kalenderen din. Du kan ikkje angre, men du kan melde deg på att så lenge det er plass.
my-withdraw-then-waiting = Du mister plassen din på ventelista. Du kan ikkje angre, men du kan setje deg bakarst på lista att så lenge påmeldinga er open.
my-withdraw-then-undecided = Du tek påmeldinga tilbake før arrangøren har avgjort. Du kan ikkje angre, men du kan melde deg på att så lenge påmeldinga er open.
my-withdraw-then-offered = Tilbodet om plass går til den neste på ventelista, og du står ikkje på lista lenger. Du kan ikkje angre.
my-withdraw-submit = Ja, meld meg av
my-withdraw-done = Du er meld av. Takk for at du sa frå.
my-withdraw-after = Du får ein e-post om at du er meld av.
my-decline-done = Takk for at du sa frå.
my-decline-after = Plassen går til den neste på lista, og du står ikkje på ventelista lenger.
my-hand-over-then = Er den nye personen ikkje påmeld frå før, overtek personen plassen din og får ein e-post med kalenderinvitasjon og si eiga lenkje. Du blir då meld av, og svara dine følgjer ikkje med. Du kan ikkje angre. Er personen alt påmeld, blir ingenting endra.
my-hand-over-name = Namnet til den som overtek
my-hand-over-email = E-posten til den som overtek
my-hand-over-submit = Gi plassen vidare
my-hand-over-done = Plassen er gitt vidare.
my-hand-over-after = Vi har skrive til den nye personen, og du får ein e-post om at du er meld av.
my-hand-over-not = Plassen er framleis din.
my-hand-over-not-after = Han kunne ikkje gå over til adressa du skreiv. Vi har skrive til den som eig ho, og ingenting er endra for deg. Skal nokon annan ha plassen, prøv med ei anna adresse.
my-new-link-question = Vil du ha ei ny lenkje?
my-new-link-then = Lenkja du brukar no, sluttar å verke, og det gjer dei i kalenderen din òg. Den nye kjem på e-post.
my-new-link-submit = Send ny lenkje
my-new-link-done = Ei ny lenkje er på veg.
my-new-link-after = Sjå i e-posten din. Den gamle lenkja verkar ikkje lenger.
my-erase-question = Vil du slette alt om deg?
my-erase-then = Vi slettar namn, e-post og alle svar du har gitt. Du kan ikkje angre, og lenkja sluttar å verke.
my-erase-then-place = Du mister plassen, og han går til den neste på ventelista. Vi slettar namn, e-post og alle svar du har gitt. Du kan ikkje angre, og lenkja sluttar å verke.
my-erase-submit = Ja, slett alt
my-erase-done = Alt om deg er sletta.
my-erase-after = Vi har ikkje lenger namnet, e-posten eller svara dine for dette arrangementet.

# When it cannot be done.
my-too-late = Det er for seint å melde seg av her
my-too-late-text = Fristen er ute. Sei frå til arrangøren at du ikkje kjem.
my-already-withdrawn = Du er alt meld av
my-already-withdrawn-text = Du treng ikkje gjere meir. Du kan melde deg på att så lenge det er plass.
my-not-invited = Plassen kan ikkje gis til denne adressa
my-not-invited-text = Arrangementet er ikkje for alle. Spør arrangøren om du vil at ein annan skal kome i staden.
my-no-offer = Det er ikkje noko tilbod å svare på
my-no-offer-text = Fristen kan ha gått ut, eller du har alt svart. Slik står påmeldinga di no.
my-no-place = Du har ingen plass å gi vidare
my-no-place-text = Berre den som er påmeld, kan gi plassen vidare. Slik står påmeldinga di no.
my-not-possible = Det går ikkje lenger
my-not-possible-text = Arrangementet er over, avlyst eller stengt for endringar. Spør arrangøren.
my-not-genuine = Prøv ein gong til
my-not-genuine-text = Sida har vore open for lenge. Ingenting er endra. Trykk på knappen ein gong til.
my-dead-title = Lenkja verkar ikkje lenger. Få ei ny på e-post.
my-dead-text = Skriv e-postadressa som du melde deg på med, så sender vi ei lenkje for kvart arrangement du er påmeld.
my-dead-submit = Send ny lenkje
my-dead-sent = Er adressa påmeld noko som kjem, er ei ny lenkje på veg dit. Sjå i e-posten din.

# What does not fit in a field, and how to put it right. { $field } is the name of the field or the question.
answer-missing-name = Skriv inn namnet ditt
answer-missing-other-name = { $field } Skriv inn namnet
answer-name-is-an-address = { $field } Skriv berre namnet, utan adresser og lenkjer
answer-missing-email = { $field } Skriv inn e-postadressa, til dømes kari@kommune.no
answer-email-without-at = E-postadressa må innehalde @, til dømes kari@kommune.no
answer-email-spelling = { $field } Det som står før @, ser ikkje rett ut. Skriv éi adresse, utan mellomrom, til dømes kari@kommune.no
answer-email-letters = { $field } Det som står før @, kan ikkje ha andre bokstavar enn a til z. Skriv adressa slik ho står på e-postane dine
answer-email-domain = { $field } Det som står etter @, ser ikkje rett ut. Det skal vere som kommune.no
answer-missing-text = { $field } Skriv eit svar
answer-missing-choice = { $field } Vel eitt av svara
answer-missing-several = { $field } Vel minst eitt av svara
answer-missing-number = { $field } Skriv eit tal
answer-missing-date = { $field } Skriv dag, månad og år, til dømes 16 3 2027
answer-missing-phone = { $field } Skriv telefonnummeret, til dømes 900 12 345
answer-missing-municipality = { $field } Skriv namnet på kommunen
answer-missing-organisation = { $field } Skriv namnet på organisasjonen eller organisasjonsnummeret
answer-missing-organisation-number = { $field } Skriv organisasjonsnummeret
answer-too-long = { $field } Svaret er { $length } teikn. Kort det ned til høgst { $limit }
answer-line-break = { $field } Skriv alt på éi linje
answer-control-character = { $field } Det er med eit teikn som ikkje kan visast. Skriv svaret på nytt i staden for å lime det inn
answer-number-unreadable = { $field } Skriv talet med siffer, til dømes 12
answer-number-not-whole = { $field } Skriv eit heilt tal, utan komma og punktum
answer-number-too-small = { $field } Talet må vere minst { $min }
answer-number-too-large = { $field } Talet kan vere høgst { $max }
answer-no-such-option = { $field } Vel mellom svara som står der
answer-date-incomplete = { $field } Fyll ut både dag, månad og år
answer-date-year = { $field } Skriv året med fire siffer, til dømes 2027
answer-no-such-date = { $field } Datoen finst ikkje. Skriv dag, månad og år med siffer, til dømes 16 3 2027
answer-date-too-far = { $field } Skriv eit år mellom { $first } og { $last }
answer-phone-unreadable = { $field } Skriv nummeret med siffer, til dømes 900 12 345
answer-phone-without-country = { $field } Skriv nummeret med landkode, til dømes +46 70 123 45 67
answer-phone-length = { $field } Nummeret har for få eller for mange siffer. Eit norsk nummer har åtte
answer-municipality-unknown = { $field } Vi fann ingen kommune som heiter «{ $typed }». Vel ein kommune frå lista
answer-municipality-unclear = { $field } Vi veit ikkje sikkert kva kommune «{ $typed }» er. Vel ein av dei som står under
answer-organisation-number = { $field } Organisasjonsnummeret er ikkje rett. Sjå etter om to siffer er bytte om, eller skriv namnet
answer-organisation-number-length = { $field } Eit norsk organisasjonsnummer har 9 siffer, eit svensk har 10. Du kan òg skrive namnet
answer-number-alone = { $field } Organisasjonsnummeret er ikkje rett. Sjå etter om to siffer er bytte om
answer-number-alone-length = { $field } Skriv organisasjonsnummeret med siffer: eit norsk har 9, eit svensk har 10
answer-personal-number = { $field } Dette liknar eit fødselsnummer. Det treng vi ikkje; skriv namnet på organisasjonen
answer-unknown-language = { $field } Vel nn, nb, sv eller en
answer-wrong-kind = { $field } Svaret har feil form. Sjå typen i skildringa av spørsmålet
answer-answers-wrong-kind = { $field } Send eit JSON-objekt med nøkkelen til kvart spørsmål og svaret på det
answer-unknown-question = { $field } Skjemaet har ikkje noko slikt spørsmål
answer-unknown-choice = { $field } Noko av det du valde, finst ikkje lenger. Vel på nytt
answer-choice-full = { $field } Det er ikkje plass på «{ $first }» lenger. Vel noko anna
answer-clashing-choices = { $field } Du rekk ikkje både «{ $first }»{ $first_when } og «{ $second }»{ $second_when }. Vel éin av dei
answer-same-session = { $field } «{ $first }» er vald to gonger:{ $first_when } og{ $second_when }. Vel éin av gongene
answer-other-form = { $field } «{ $first }» er ikkje for dei som deltek slik du har valt. Ta bort krysset, eller delta på den andre måten
answer-missing-form = { $field } Vel ein av måtane
answer-unknown-form = { $field } Det går ikkje å delta slik lenger. Vel på nytt
answer-form-full = { $field } Det er fullt der. Ingenting er endra, og du deltek som før
answer-same-address-twice = { $field } Adressa er i bruk på ein annan person her. Skriv ei eiga adresse for kvar
answer-other-email-without-at = { $field } Adressa må innehalde @, til dømes kari@kommune.no

# What the API says in words.
reg-api-invalid = Noko i førespurnaden må rettast
reg-api-invalid-text = Sjå lista over felt.
reg-api-malformed = Dette er ikkje JSON
reg-api-malformed-text = Kroppen i førespurnaden må vere eit JSON-objekt med name, email, language, answers og choices.
reg-api-media-type = Feil innhaldstype
reg-api-media-type-text = Send JSON med Content-Type: application/json.
reg-api-key = Idempotency-Key kan ikkje brukast
reg-api-key-text = Nøkkelen må ha mellom 1 og 180 synlege ASCII-teikn.
reg-api-key-used = Nøkkelen er brukt før
reg-api-key-used-text = Den same Idempotency-Key er send før med anna innhald. Bruk ein ny nøkkel for kvar påmelding.

# The certificate of attendance.
certificate-heading = Deltakarbevis
certificate-certifies = Dette stadfestar at
certificate-took-part = deltok på
certificate-online = På nett
certificate-organisers = { $n ->
    [one] Arrangør
   *[other] Arrangørar
}
certificate-issued = Utferda { $date }
certificate-link = Last ned deltakarbeviset ditt (PDF)

# Påmelding til ei heil rekkje
series-form-title = Meld deg på heile rekkja { $series }
series-form-text = Du blir påmeld alle datoane som kjem, og får ein invitasjon i kalenderen til kvar av dei. Passar ikkje ein dato, seier du «ikkje denne gongen» med eitt trykk.
series-to-page = Til sida om rekkja
series-ahead = Datoar som kjem
series-past = Datoar som har vore
series-none-ahead = Ingen datoar er sette enno. Du blir påmeld når dei kjem.
series-consent = Når du melder deg på, samtykkjer du til at { $organisation } tek vare på namnet, e-posten og svara dine og melder deg på nye datoar i rekkja. Du kan trekkje samtykket når som helst.
series-purpose = Vi bruker dei berre til det.
series-kept = { $days ->
    [one] Vi slettar dei når du går ut av rekkja, og seinast { $days } dag etter den siste datoen.
   *[other] Vi slettar dei når du går ut av rekkja, og seinast { $days } dagar etter den siste datoen.
}
series-submit = Meld meg på heile rekkja
series-thanks = Takk! Du er påmeld heile rekkja.
series-thanks-after = Sjå i e-posten din. Der får du di eiga lenkje, og for kvar dato ei melding om du har plass, står på venteliste eller ikkje fekk plass.
series-mine-title = Rekkja di
series-follows = Du er påmeld heile rekkja.
series-follows-text = Nye datoar kjem av seg sjølve. Lenkja til denne sida er berre til deg.
series-left = Du er ute av rekkja.
series-left-text = Det kjem ingen nye datoar. Datoar som har vore, og dei du meldte deg på sjølv, er som før.
series-again = Meld meg på rekkja igjen
series-date-admitted = Du har plass.
series-date-waiting = Du står på venteliste.
series-date-undecided = Arrangøren har ikkje avgjort enno.
series-date-offered = Du har fått tilbod om plass.
series-date-withdrawn = Du er meld av.
series-date-full = Det var fullt då du skulle bli påmeld, og datoen har inga venteliste. Blir ein plass ledig, går han til den som melder seg på først.
series-date-early = Påmeldinga er ikkje open enno.
series-date-soon = Du blir snart påmeld.
series-date-closed = Påmeldinga var stengd då du kom med i rekkja.
series-date-cancelled = Avlyst.
series-date-own = Denne datoen meldte du deg på sjølv.
series-opens = Ho opnar { $when }.
series-skip = Ikkje denne gongen
series-look-again = Sjå om det er plass no
series-date-mine = Påmeldinga di
series-leave = Gå ut av rekkja
series-leave-question = Vil du gå ut av rekkja?
series-leave-then = Du blir meld av datoane som kjem, og får ingen nye. Datoar som har vore, og dei du meldte deg på sjølv, er som før.
series-leave-submit = Ja, gå ut av rekkja
series-signed-off-from = Du blir meld av:
series-erase-text = Du kan få alt om deg i rekkja sletta.
series-erase-question = Vil du få alt om deg i rekkja sletta?
series-erase-then = Vi melder deg av det som kjem, og slettar den faste påmeldinga og påmeldingane som følgde med, også til datoar som har vore. Det kan ikkje gjerast om. Datoar du meldte deg på sjølv, har eigne lenkjer.
series-erase-submit = Ja, slett alt
series-erased = Alt er sletta.
series-erased-after = Du får ingen fleire brev om rekkja, anna enn det som tek datoar ut av kalenderen din.
series-held-text = { $organisation } er ansvarleg for opplysningane dine.
series-nothing-held = Vi har ikkje lenger namnet eller e-posten din i rekkja. Påmeldingane til dei einskilde datoane har eigne fristar.
my-series = Du er påmeld heile rekkja som denne datoen høyrer til.
my-series-link = Sjå alle datoane
my-withdraw-series = Det gjeld berre denne datoen. Du er framleis påmeld resten av rekkja.
my-erase-series = Du blir òg teken ut av rekkja, så det kjem ingen nye datoar. Datoar du alt er påmeld, er som før.

reg-insight-title = Innsyn og sletting
reg-insight-link = Sjå kven som har sett kva, og kva som er sletta
reg-insight-lead = Her ser du kven som har sett, henta ut eller notert noko om deltakarane, og kva som er sletta. Ingen deltakarar er nemnde her.
reg-insight-looks = Kven har gjort kva
reg-insight-accounts = Følg lenkja på ein konto for å sjå kven det er. Ein konto som ikkje har tilgang i organisasjonen lenger, finn du ikkje der.
reg-insight-found = { $n ->
    [one] 1 oppføring, den nyaste først
   *[other] { $n } oppføringar, den nyaste først
}
reg-insight-when = Når
reg-insight-who = Kven
reg-insight-what = Kva
reg-insight-people = Personar
reg-insight-account = Konto { $code }
reg-insight-own = (deg)
reg-insight-did-list = Såg lista
reg-insight-did-search = Søkte i lista
reg-insight-did-attended = Noterte at nokon kom
reg-insight-did-not_attended = Noterte at nokon ikkje kom likevel
reg-insight-did-person = Såg éin person
reg-insight-did-sensitive = Såg dei følsame svara til éin person
reg-insight-did-export = Henta ut lista som fil
reg-insight-did-needs = Såg kva mat og tilrettelegging som trengst
reg-insight-did-needs_export = Henta ut behova som fil
reg-insight-did-note = Skreiv eit notat
reg-insight-did-note_deleted = Sletta eit notat
reg-insight-did-let_in = Slapp inn nokon som ikkje var påmeld
reg-insight-did-signed_off = Melde av ein person
reg-insight-did-gave_place = Gav plass til nokon som venta
reg-insight-did-moved = Endra deltakinga eller vala til ein person
reg-insight-did-link_sent = Sende lenkja på nytt
reg-insight-did-added = Melde på ein person
reg-insight-did-unpublished = Tok arrangementet av nettsida
reg-insight-did-approved = Godkjende ein person
reg-insight-did-declined = Avslo ein person
reg-insight-nobody = Ingen har sett på lista enno.
reg-insight-looks-pages = Sider med kven som har gjort kva
reg-insight-newer = Nyare
reg-insight-older = Eldre
reg-insight-page = Side { $page } av { $pages }
reg-insight-erased = Kva som er sletta
reg-insight-erased-lead = Kvitteringane seier at noko er sletta, når og kvifor, men ikkje kva det var.
reg-insight-receipts = Kvitteringar, den nyaste først
reg-insight-gone = Sletta
reg-insight-answers = Svara på:
reg-insight-everything = Alt om personen
reg-insight-why = Kvifor
reg-insight-why-question = Fristen for spørsmålet var ute
reg-insight-why-unplaced = Fekk aldri plass, eller melde seg av
reg-insight-why-retention = Fristen til organisasjonen var ute
reg-insight-why-person = Personen ville ha det sletta
reg-insight-erased-pages = Sider med kva som er sletta
reg-insight-nothing = Ingenting er sletta enno.

# At the door.
door-title = Inngang
door-tally = { $come } av { $expected } har kome
door-search = Søk i namn, organisasjon eller kommune, eller skriv koden på namneskiltet
door-scan = Skann namneskilt
door-scan-stop = Stopp skanninga
door-scan-looking = Hald kameraet over koden på namneskiltet.
door-scan-refused = Vi fekk ikkje bruke kameraet. Skriv inn koden i staden.
door-search-submit = Søk
door-everybody = Vis alle vi ventar på
door-found = Søketreff
door-found-nobody = Vi fann ingen. Sjekk skrivemåten, eller søk på ein del av namnet.
door-still-expected = Ikkje komne enno
door-nobody = Vi ventar ikkje på nokon.
door-more = Det er fleire enn vi viser her. Søk for å finne dei.
door-last = Sist behandla
door-came = Har kome
door-noted = Registrert { $when }.
door-noted-by-you = Registrert { $when } av deg.
door-noted-by-other = Registrert { $when } av ein annan i døra.
door-note = Har kome
door-take-back = Angre: har ikkje kome
door-no-pictures = Ikkje foto
door-offered = Har fått tilbod om plass, og plassen er halden av til { $when }. Du kan ta imot plassen for personen.
door-let-in = Ta imot plassen og slepp inn
door-not-chosen = Har ikkje valt denne økta. Det er ledig plass.
door-give-place = Gi plass og slepp inn
door-waits = Venteliste
door-wait-position = Nummer { $n } på ventelista. Ingen går forbi køen i døra; den som får plass, får e-post.
door-wait-session = Står på venteliste og har ingen plass her no.
door-is-anew = Avmeld
door-then-anew = Har meldt seg av. Er det ledig plass, kan du melde personen på att med «Kjem utan påmelding».
door-is-online = På nett
door-then-online = Har plass på nett, ikkje i salen.
door-is-full = Fullt
door-then-full = Har ikkje valt denne økta, og alle plassane er tekne.
door-walk-in = Kjem utan påmelding
door-walk-in-then = Vi melder personen på og registrerer oppmøtet dersom det er ledig plass. Stadfesting og lenkje til eiga side kjem på e-post.
door-walk-in-submit = Meld på og slepp inn
door-problems = For å melde på må du rette dette:
door-full = Det er ingen ledige plassar
door-full-text = Alle plassane er tekne eller haldne av til nokon som står i kø. Vi har ikkje meldt på nokon.
door-doors = Dører
door-of-event = Heile arrangementet
door-audited = Vi noterer kven som ser på lista og registrerer oppmøte, og når.
door-away = Du er utan nett. Hald denne sida open: det du registrerer, blir sendt når nettet er tilbake.
door-away-sent = Du er på nett att, og alt er sendt.
door-away-needs = Dette krev nett. Prøv på nytt når du er på nett.
door-away-out = Du er logga ut, eller har ikkje tilgang lenger. Last sida på nytt og logg inn, så blir det som ventar sendt.
door-away-marks = Ventar på å bli sendt
door-away-undo = Angre
door-away-waits = Ventar på å bli sendt.
door-away-nobody = Vi fann ingen i lista som telefonen har no. Personen kan ha meldt seg av, stå på venteliste eller delta på nett.
door-away-badge = Namneskilt
door-away-theirs = På denne telefonen ventar òg registreringar frå ein annan som har vore logga inn: { $n }. Dei blir sende når den personen loggar inn her og opnar døra.
door-away-refused = Ikkje registrert slik du gjorde
door-away-somebody = Ein person som du registrerte
door-away-look = Vis personen
door-away-already = Var registrert frå før, til dømes ved ei anna dør.
door-away-anew = Har meldt seg av.
door-away-wait = Står på venteliste og har ikkje plass her.
door-away-online = Har plass på nett, ikkje i salen.
door-away-give-place = Har ikkje valt denne økta. Søk opp personen for å gi plass.
door-away-full = Har ikkje valt denne økta, og alle plassane er tekne.
door-away-let-in = Har fått tilbod om plass. Søk opp personen for å ta imot plassen.
door-away-unknown = Finst ikkje lenger i lista.
door-away-seen = Greitt
door-said-already = Det er registrert frå før.
door-said-no-place = Personen har ikkje plass her, så oppmøtet er ikkje registrert.
door-said-full = Den siste plassen er nettopp teken. Oppmøtet er ikkje registrert.
door-said-clash = Personen har valt noko anna på same tid. Oppmøtet er ikkje registrert.
door-said-offer-lapsed = Tilbodet om plass gjeld ikkje lenger. Oppmøtet er ikkje registrert.
door-said-over = Arrangementet er over eller avlyst.

# The numbers of an event.
reg-numbers-title = Tal for påmeldinga
reg-numbers-link = Sjå påmeldinga i tal og diagram
reg-numbers-csv = Last ned tala (CSV)
reg-numbers-file = tal
reg-numbers-chart = Diagram: { $what }. Tabellen seier det same.
reg-numbers-few = færre enn { $n }
reg-numbers-hidden = Små tal står som «færre enn { $n }», så dei ikkje røper kven det gjeld.
reg-numbers-now = No
reg-numbers-time = Påmelding over tid
reg-numbers-day = Dag
reg-numbers-signed-up = Meldte seg på
reg-numbers-withdrew = Meldte seg av
reg-numbers-held = Påmelde ved slutten av dagen, med venteliste
reg-numbers-changes = Påmelde og avmelde
reg-numbers-up = Opp: meldte seg på, høgst { $n }
reg-numbers-down = Ned: meldte seg av, høgst { $n }
reg-numbers-held-most = Påmelde i alt, høgst { $n }
reg-numbers-days-each = Kvar søyle står for { $n } dagar.
reg-numbers-nobody = Ingen har meldt seg på enno.
reg-numbers-places = Plassar
reg-numbers-place = Plass i
reg-numbers-capacity = Plassar
reg-numbers-taken = Tekne
reg-numbers-taken-of = { $taken } av { $capacity }
reg-numbers-left = Ledige
reg-numbers-waiting = Ventar
reg-numbers-endless = uavgrensa
reg-numbers-places-key = Omrisset viser plassane, det fylte dei som er tekne.
reg-numbers-drawn = Diagrammet viser dei { $n } øvste linjene i tabellen.
reg-numbers-with-place = { $n ->
    [one] Tala under gjeld den eine som har plass.
   *[other] Tala under gjeld dei { $n } som har plass.
}
reg-numbers-of-attendance = Oppmøte
reg-numbers-of-form = Deltaking
reg-numbers-of-language = Språk
reg-numbers-of-municipality = Kommune
reg-numbers-of-county = Fylke
reg-numbers-of-reply = Svar i kalenderen, frå alle påmelde
reg-numbers-reply-accepted = Ja
reg-numbers-reply-tentative = Kanskje
reg-numbers-reply-declined = Nei
reg-numbers-reply-delegated = Sender ein annan
reg-numbers-reply-proposed = Foreslår ei anna tid
reg-numbers-letters = Tal på brev: planlagde, sende, hoppa over og ikkje komne fram
reg-numbers-of-invitation = Personlege invitasjonar
reg-numbers-invited = Inviterte
reg-numbers-invited-all = Inviterte i alt: { $n }. Invitasjonar som er trekte tilbake, er ikkje med.
reg-numbers-of-answer = Svar
reg-numbers-line = Gruppe
reg-numbers-people = Har plass
reg-numbers-came = Kom
reg-numbers-came-not = Kom ikkje
reg-numbers-came-key = Omrisset viser dei som har plass, det fylte dei som kom.
reg-numbers-form-in_person = Møter opp
reg-numbers-form-online = På nett
reg-numbers-unanswered = Ikkje svart, eller svaret er sletta
reg-numbers-table = Tabell
reg-numbers-what = Kva
reg-numbers-number = Tal

# Badges and table signs.
badge-title = Namneskilt og bordskilt
badge-print = Skriv ut namneskilt
badge-for-one = For
badge-for-many = { $n ->
    [one] Skilt til { $n } person som har plass.
   *[other] Skilt til { $n } personar som har plass.
}
badge-text = På namneskilta står namn, rolle, organisasjon og ein kode som døra kan skanne eller skrive inn. Koden seier ingenting om personen. Skriv ut på A4 utan skalering og klipp etter merka, ti på kvart ark. Bordskilta blir bretta på midten.
badge-take-badges = Last ned namneskilt (PDF)
badge-take-signs = Last ned bordskilt (PDF)
badge-take-blank = Last ned eit ark med tomme namneskilt (PDF)
badge-nobody = Ingen i utvalet har plass. Vel fleire i lista.
badge-again = Nytt skilt
badge-badges = Namneskilt
badge-badges-file = namneskilt
badge-signs = Bordskilt
badge-signs-file = bordskilt
badge-code = QR-kode
reg-insight-did-badges = Henta ut namneskilt eller bordskilt
reg-insight-did-archive = Lasta ned arkivpakken
reg-insight-why-organiser = Personen bad dykk slette
reg-archive-title = Arkivpakke
reg-archive-link = Last ned arkivpakken
reg-archive-reminder = Alt om deltakarane blir sletta { $date }.
reg-archive-lead = Pakken er ei ZIP-fil som de kan leggje i sak- og arkivsystemet før opplysningane om deltakarane blir sletta. Ho inneheld:
reg-archive-has-event = arrangementet slik det var kunngjort, som nettside (HTML) og som data (JSON)
reg-archive-has-form = spørsmåla i påmeldinga, utan svar
reg-archive-has-numbers = tal for påmelding og frammøte (CSV), der små tal er skjulte
reg-archive-has-erased = kvitteringar for det som er sletta (CSV)
reg-archive-has-manifest = ei liste over filene med SHA-256, etter standarden BagIt (RFC 8493)
reg-archive-has-programme = versjonane av programmet slik dei vart kunngjorde, utan namn på innleiarar (CSV og JSON)
reg-archive-programme = Programmet
reg-archive-programme-version = Versjon
reg-archive-programme-released = Kunngjord
reg-archive-programme-what = Kva
reg-archive-programme-session = Bolk
reg-archive-programme-start = Start
reg-archive-programme-end = Slutt
reg-archive-programme-room = Rom
reg-archive-programme-added = Ny
reg-archive-programme-moved = Flytta
reg-archive-programme-removed = Fjerna
reg-archive-programme-edited = Endra
reg-archive-without = Svar om mat, tilrettelegging og anna som er følsamt, er aldri med.
reg-archive-ahead = Kva som blir sletta når
reg-archive-goes-unplaced = Alt om dei som ikkje fekk plass, eller melde seg av
reg-archive-goes-everybody = Alt om alle deltakarane. Tala blir verande.
reg-archive-all-gone = Det er ikkje meir å slette, eller fristen er ikkje kjend enno.
reg-archive-take = Last ned
reg-archive-people = { $n ->
    [one] Ta med lista over deltakarar ({ $n } person)
   *[other] Ta med lista over deltakarar ({ $n } personar)
  }
reg-archive-people-hint = Berre når lista må takast vare på. I arkivet blir ho ikkje sletta av oss.
reg-archive-why = Kva skal pakken brukast til?
reg-archive-why-hint = Til dømes arkivering i sak 26/123. Vi noterer kven som lastar ned, når og kvifor.
reg-archive-download = Last ned pakken (ZIP)
reg-archive-organiser = Arrangør
reg-archive-when = Tid
reg-archive-where = Stad
reg-archive-price = Pris
reg-archive-state = Status
reg-archive-cancelled = Avlyst
reg-archive-choices = Kva ein kunne velje
reg-archive-questions = Spørsmål i påmeldinga
reg-asked-title = Opplysningar om ein person
reg-asked-lead = Når nokon vil vite kva de har om dei, eller vil ha det sletta, finn du det her. Du ser berre det som høyrer til arrangementa og rekkjene til organisasjonen. Sjekk først at den som spør, er den personen det gjeld.
reg-asked-email = E-postadressa til personen
reg-asked-email-wrong = Skriv e-postadressa til personen, til dømes kari@kommune.no
reg-asked-often = Du har spurt mange gonger den siste timen. Prøv igjen seinare.
reg-asked-why = Kvifor spør du?
reg-asked-why-hint = Til dømes førespurnad om innsyn, sak 26/123. Ikkje skriv namn eller adresse her. Vi noterer kven som spør, når og kvifor, men ikkje kven det gjeld.
reg-asked-why-missing = Skriv kvifor du spør, til dømes førespurnad om innsyn, sak 26/123
reg-asked-find = Finn opplysningar
reg-asked-held = Det de har
reg-asked-about = E-postadresse:
reg-asked-nothing = De har ingen påmeldingar frå denne adressa.
reg-asked-is-admitted = påmeld
reg-asked-is-waiting = ventar på plass
reg-asked-is-offered = har tilbod om plass
reg-asked-is-withdrawn = avmeld
reg-asked-is-following = følgjer rekkja
reg-asked-is-invited = er invitert
reg-asked-since = sidan
reg-asked-take = Last ned alt som fil (JSON)
reg-asked-erase-title = Slett alt om personen
reg-asked-erase-text = Personen blir meld av det som kjem, og plassane går til dei neste. Påmeldingar, svar, notat, brev og kalendersvar blir sletta. Det same gjeld framlegg, omtale som innleiar og lenkjer til å handle for ein delegasjon. Programmet viser ikkje namnet lenger. Tala blir verande. Det kan ikkje gjerast om.
reg-asked-erase-not = Kontaktpersonar i eit nettverk står i medlemslista og må endrast der. Kontoar for arrangørar finn du under
reg-asked-accounts = kven som har tilgang
reg-asked-sure = Ja, slett alt om denne personen
reg-asked-sure-missing = Kryss av for at alt om personen skal slettast
reg-asked-erase = Slett alt
reg-asked-done = Opplysningane er sletta. Andre delar av tenesta slettar sitt i løpet av kort tid.
reg-asked-log = Det som er gjort før
reg-asked-log-lead = Her står kven som har spurt og kva som vart gjort, men ikkje kven det galdt.
reg-asked-log-caption = Dei siste oppføringane, den nyaste først
reg-asked-log-empty = Ingen har spurt enno.
reg-asked-sign-ups = Påmeldingar og invitasjonar
reg-asked-series = Rekkjer
reg-asked-elsewhere = Anna som er sletta
reg-asked-did-found = Såg kva som finst
reg-asked-did-taken = Lasta ned alt
reg-asked-did-erased = Sletta alt

# Personal invitations.
reg-by-invitation = Arrangementet er berre for inviterte
reg-by-invitation-text = Dei som er inviterte, melder seg på med lenkja i invitasjonen sin. Ei lenkje kan brukast éin gong. Spør arrangøren om du skulle hatt ein invitasjon.
reg-invited-form = Du er invitert. Namnet og adressa er fylte ut for deg, og du kan rette dei. Invitasjonen gjeld éin person.
reg-invited-decline-link = Kan du ikkje kome?
reg-invited-decline = Kan du ikkje kome?
reg-invited-decline-text = Sei frå, så veit arrangøren det, og vi minner deg ikkje på invitasjonen.
reg-invited-decline-submit = Takk nei til invitasjonen
reg-invited-reason = Kvifor ikkje?
reg-invited-reason-hint = Det du skriv, ser arrangøren. Skriv ikkje om helse eller anna som er privat.
reg-invited-reason-long = Skriv høgst { $n } teikn
reg-invited-forget = Slett òg namnet og e-postadressa mi
reg-invited-forget-hint = Då ser arrangøren berre at éin har takka nei, og lenkja i brevet verkar ikkje meir.
reg-invited-to-form = Eg vil melde meg på likevel
reg-invited-declined = Takk for svaret
reg-invited-declined-text = Arrangøren veit no at du ikkje kan kome.
reg-invited-again = Passar det likevel? Meld deg på
reg-invited-used = Invitasjonen er brukt
reg-invited-used-text = Nokon har meldt seg på med denne invitasjonen. Er det deg, fekk du eit brev med lenkje til sida di. Der kan du endre og melde deg av.
reg-invited-own-page = Send meg lenkja til sida mi
reg-invited-gone = Invitasjonen gjeld ikkje meir
reg-invited-gone-text = Anten er invitasjonen trekt tilbake, eller så er ikkje heile lenkja med. Spør arrangøren om du lurer på noko.
reg-invitations-title = Invitasjonar
reg-invitations-link = Personlege invitasjonar
reg-invitations-lead = Kvar av dei de inviterer, får eit brev med si eiga lenkje til skjemaet. Brevet går ikkje før de sender det. Vi følgjer ikkje med på kven som opnar brevet eller skjemaet.
reg-invitations-wording = Sjå brevet, og skriv det med eigne ord
reg-invitations-over = Påmeldinga er ikkje open, så ingen kan inviterast eller minnast på det no.
reg-invitations-going = Brev som er på veg ut: { $n }. Dei går av seg sjølve, også om de lukkar sida.
reg-invitations-missed = Påminninga som skulle gå { $when }, vart ikkje send, for påmeldinga var ikkje open då.
reg-invitations-none = De har ikkje invitert nokon enno.
reg-invitations-send = Send invitasjonar ({ $n })
reg-invitations-remind = Minn dei som ikkje har svart ({ $n })
reg-invitations-held = Ikkje sende
reg-invitations-signed-up = Påmelde
reg-invitations-declined = Har takka nei
reg-invitations-signed-off = Har meldt seg av
reg-invitations-silent = Har ikkje svart
reg-invitations-unreachable = Brevet kom ikkje fram
reg-invitations-taken-back = Trekte tilbake
reg-invitations-is-held = Ventar på å bli sendt
reg-invitations-is-signed-up = Påmeld
reg-invitations-is-declined = Har takka nei
reg-invitations-is-signed-off = Har meldt seg av
reg-invitations-is-silent = Har ikkje svart
reg-invitations-is-unreachable = Brevet kom ikkje fram
reg-invitations-is-taken-back = Trekt tilbake
reg-invitations-found = Inviterte: { $n }
reg-invitations-sent = Sendt
reg-invitations-reminded = Minna på det
reg-invitations-act = Gjer noko
reg-invitations-take-back = Trekk tilbake
reg-invitations-day-title = Minn om invitasjonen av seg sjølv
reg-invitations-day-text = Dei som ikkje har svart den dagen, får eitt brev klokka 9. Ingen blir minna på det meir enn éin gong, og aldri dei som har svart.
reg-invitations-day = Dag for påminning
reg-invitations-day-save = Lagre dagen
reg-invitations-day-set = Dei som ikkje har svart, blir minna på det { $when }.
reg-invitations-day-clear = Ikkje minn nokon av seg sjølv
reg-invitations-day-wrong = Skriv ein dag som finst
reg-invitations-day-past = Vel ein dag som ikkje har vore
reg-invitations-day-late = Vel ein dag før påmeldinga stengjer
reg-invitations-done-held = Dei er skrivne opp, og får ikkje noko brev før de sender invitasjonane.
reg-invitations-done-sent = Invitasjonane er sende.
reg-invitations-done-reminded = Påminningane er sende.
reg-invitations-done-taken-back = Invitasjonen er trekt tilbake. Lenkja i brevet verkar ikkje meir.
reg-invitations-done-otherwise = Invitasjonen kunne ikkje trekkjast tilbake. Kanskje har personen meldt seg på i mellomtida.
reg-invitations-done-day = Dagen er lagra.
reg-invitations-done-no-day = Ingen blir minna på det av seg sjølv.
reg-invitations-done-nobody = Det var ingen å skrive til.
reg-going-send = Send invitasjonane
reg-going-send-text = Desse får kvar sitt brev med ei lenkje som berre er deira.
reg-going-send-submit = Send til { $n }
reg-going-minn = Minn dei som ikkje har svart
reg-going-minn-text = Desse har fått invitasjonen og ikkje svart. Dei får eitt brev til, og ikkje fleire.
reg-going-minn-submit = Send påminning til { $n }
reg-going-look = Sjå korleis brevet blir
reg-going-nobody = Det er ingen å skrive til no.
reg-invite-title = Inviter fleire
reg-invite-text = Inviter berre folk de har grunn til å skrive til. I brevet står det kven som har skrive dei opp. 30 dagar etter arrangementet blir namn og adresser sletta.
reg-invite-people = Kven vil de invitere?
reg-invite-people-hint = Éin på kvar linje: namn <adresse>, organisasjon, språk. Berre adressa må vere med. De kan òg lime inn frå eit rekneark.
reg-invite-language = Språket i brevet når linja ikkje seier det
reg-invite-look = Sjå kva det blir
reg-invite-preview = Kva det blir
reg-invite-lines = Det som blir av kvar linje
reg-invite-then = Dei blir skrivne opp. Ingen får brev før de sender invitasjonane.
reg-invite-hold = Skriv opp { $n }
reg-invite-nobody = Skriv minst éi adresse
reg-invite-too-many = Skriv opp høgst { $n } om gongen
reg-invite-full = Det kan ikkje vere fleire enn { $n } inviterte til eit arrangement
reg-invite-file-title = Eller hent dei frå ei fil
reg-invite-file = Fil med dei de vil invitere
reg-invite-file-hint = Excel eller CSV med ein person på kvar linje. De ser kva det blir før nokon blir skriven opp.
reg-invite-fate-invited = Blir invitert
reg-invite-fate-anew = Blir invitert på nytt
reg-invite-fate-before = Er alt invitert
reg-invite-fate-signed-up = Er alt påmeld
reg-invite-fate-twice = Står lenger oppe òg
reg-invite-fate-wrong = Kan ikkje inviterast slik
reg-invite-count-invited = Blir inviterte: { $n }
reg-invite-count-anew = Blir inviterte på nytt: { $n }
reg-invite-count-before = Er alt inviterte: { $n }
reg-invite-count-signed-up = Er alt påmelde: { $n }
reg-invite-count-twice = Står to gonger: { $n }
reg-invite-count-wrong = Kan ikkje inviterast slik dei står: { $n }
reg-insight-did-invitations = Såg dei inviterte
reg-insight-did-invited = Skreiv opp folk som skal inviterast
reg-insight-did-invitations_sent = Sende invitasjonar
reg-insight-did-invitations_reminded = Minte inviterte som ikkje hadde svart
reg-insight-did-invitation_taken_back = Trekte tilbake ein invitasjon
reg-insight-why-invited = Var invitert, og arrangementet er lenge sidan
