# Sider om samlingar: den opne sida, sida til delegasjonen, og sida til arrangøren.

# Den opne sida
gathering-when = Når
gathering-where = Kvar
gathering-online = På nett
gathering-network = Nettverk
gathering-network-follow = Meld meg på alle samlingane
gathering-network-follow-text = Meld deg på éin gong, så er du med på alle samlingane for heile nettverket, også dei som kjem seinare, så langt det er plass. Medlemmene har framleis plassane som er haldne av til dei. Passar det ikkje ein gong, seier du «ikkje denne gongen» med eitt trykk.
gathering-network-ahead = Samlingar som kjem
gathering-network-past = Samlingar som har vore
gathering-network-none = Ingen samlingar er sette no.
gathering-network-one = Meld meg berre på denne samlinga
gathering-price = Pris
gathering-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangørar
}
gathering-deadline = Påmeldingsfrist
gathering-about = Om samlinga
gathering-choices = Når du melder deg på, kan du òg velje
gathering-questions = Spørsmål?
gathering-ask = Spør { $name }:
gathering-members = Medlemmer i nettverket
gathering-members-text = Kvart medlem har plassar som er haldne av. Kontaktpersonen har fått ei lenkje der deltakarane blir melde på.
gathering-members-release = Plassar utan namn blir ledige for alle { $date }.
gathering-sign-up = Meld meg på
gathering-wait = Set meg på venteliste
gathering-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plassar
}
gathering-full = Samlinga er fullteikna.
gathering-full-with-list = { $waiting ->
    [0] Samlinga er fullteikna, men du kan setje deg på venteliste.
    [one] Samlinga er fullteikna, men du kan setje deg på venteliste. Der står det 1 no.
   *[other] Samlinga er fullteikna, men du kan setje deg på venteliste. Der står det { $waiting } no.
}
gathering-early = Påmeldinga opnar { $when }.
gathering-closed = Påmeldinga er stengd. Spør arrangøren om det er plass.
gathering-now = Samlinga er i gang, og påmeldinga er stengd.
gathering-over = Samlinga er over.
gathering-cancelled = Samlinga er avlyst.
gathering-calendar = Legg i kalenderen
gathering-to-page = Til sida om samlinga

# Roller og språk
gathering-role = Rolle
gathering-role-elected = Folkevald
gathering-role-leadership = Leiing
gathering-role-professional = Fagperson
gathering-role-other = Andre
gathering-language = Språk i breva

# Sida til delegasjonen
gathering-delegation-title = Delegasjonen frå { $member }
gathering-delegation-over = Samlinga er i gang eller over, eller ho er avlyst. Her kan ingenting endrast lenger.
gathering-delegation-declined = De har sagt nei til å delta. Kontakt arrangøren om de vil vere med likevel.
gathering-delegation-complete = Alle plassane dykkar har namn. Takk!
gathering-delegation-left = { $left ->
    [one] 1 av { $seats } plassar har ikkje namn enno.
   *[other] { $left } av { $seats } plassar har ikkje namn enno.
}
gathering-delegation-before = Meld på dei som skal delta, innan { $when }.
gathering-delegation-release = Plassar utan namn blir ledige for alle { $date }.
gathering-refused = Desse fekk ikkje plass. Meld på nokon andre, eller kontakt arrangøren:
gathering-people = Dei som skal delta
gathering-people-none = Ingen er meld på enno.
gathering-people-private = Kvar deltakar får eit eige brev og svarer sjølv på spørsmål om mat og tilrettelegging. Dei svara ser ikkje de.
gathering-history = Tidlegare namn
gathering-seat-named = Vi melder på
gathering-seat-invited = Har fått brev
gathering-seat-answered = Har svart
gathering-seat-left = Meld av
gathering-seat-full = Fekk ikkje plass: fullt
gathering-seat-elsewhere = Fekk ikkje plassen: kontakt arrangøren
gathering-seat-too-late = Fekk ikkje plass: for seint
gathering-replace = Byt ut
gathering-clear = Meld av
gathering-mix = Kven som bør vere med
gathering-mix-advice = Vi rår til at delegasjonen er sett saman slik:
gathering-mix-duty = Delegasjonen må vere sett saman slik:
gathering-mix-named = { $named } med namn
gathering-mix-most = høgst { $most }
gathering-mix-lacks = Manglar { $lacks }
gathering-name-heading = Meld på ein deltakar
gathering-name-text = Fyll inn det de veit no, ein person om gongen. Resten kan de melde på seinare.
gathering-replace-heading = Byt ut { $name }
gathering-replace-text = Den som blir bytt ut, får brev om at plassen er gitt vidare. Den nye får invitasjon.
gathering-replace-not = Ikkje byt ut likevel
gathering-name = Namn
gathering-email = E-post
gathering-name-send = Meld på
gathering-name-missing = Skriv inn namnet
gathering-email-wrong = E-postadressa må innehalde @, til dømes kari@kommune.no
gathering-role-missing = Vel ei rolle
gathering-no-seat-full = Alle plassane har namn. Be om fleire, eller byt ut nokon.
gathering-no-seat-role = Det er ikkje fleire plassar i denne rolla. Vel ei anna rolle.
gathering-no-seat-kept = Plassane som er att, er haldne av til { $role }.
gathering-no-seat-twice = Denne adressa er alt meld på hos dykk.
gathering-no-seat-declined = De har sagt nei til å delta.
gathering-no-seat-late = Det er for seint å endre noko her.
gathering-no-such-seat = Personen er alt meld av.
gathering-released = Plassane som ikkje hadde namn, er ledige for alle no. Fleire kan melde seg på på den opne sida.
gathering-extra-heading = Treng de fleire plassar?
gathering-extra = Kor mange fleire?
gathering-extra-hint = Frå 1 til { $most }. Arrangøren svarer.
gathering-extra-reason = Kvifor?
gathering-extra-send = Be om fleire plassar
gathering-extra-wrong = Skriv eit tal som er lov
gathering-extra-asked = { $seats ->
    [one] De har bede om 1 plass til. Arrangøren har ikkje svart enno.
   *[other] De har bede om { $seats } plassar til. Arrangøren har ikkje svart enno.
}
gathering-holders = Dei som kan melde på
gathering-holder-contact = kontaktperson
gathering-holder-deputy = vara
gathering-holder-you = deg
gathering-deputy-text = Gi ikkje lenkja di vidare: ho er berre til deg. Skal nokon andre hjelpe til, får dei ei eiga lenkje herifrå.
gathering-deputy-name = Namnet til vara
gathering-deputy-email = E-posten til vara
gathering-deputy-send = Send lenkje
gathering-deputy-not = Denne adressa har lenkje alt, eller de har så mange vara som er lov.
gathering-deputy-remove = Ta lenkja tilbake
gathering-decline-heading = Kan de ikkje delta?
gathering-decline-text = Seier de nei, blir alle som er melde på, melde av, og plassane blir ledige for andre.
gathering-decline-box = Ja, vi seier nei til å delta
gathering-decline-sure = Kryss av for at de seier nei til å delta
gathering-decline-send = Sei nei til å delta
gathering-done-namn = Vi melder på personen, som får brev. Går det ikkje, ser de det her.
gathering-done-bytt = Vi byter ut personen. Begge får brev. Går det ikkje, ser de det her.
gathering-done-meld-av = Personen er meld av og får brev.
gathering-done-fleire = Arrangøren har fått spørsmålet om fleire plassar.
gathering-done-vara = Vara får lenkja si på e-post.
gathering-done-vara-bort = Lenkja er teken tilbake og verkar ikkje lenger.
gathering-done-avslag = De har sagt nei til å delta. Takk for at de sa frå.
gathering-link-unknown = Lenkja verkar ikkje
gathering-link-unknown-text = Ho kan vere feil eller bytt ut, eller samlinga er over. Bruk lenkja i det siste brevet de fekk, eller spør arrangøren.

# Til arrangøren
gathering-missing-title = Kven manglar?
gathering-missing-nobody = Ingen her.
gathering-organiser-back = Arrangement
gathering-organiser-sign-ups = Påmeldingar
gathering-organiser-letters = Brev
gathering-organiser-public = Open side
gathering-answer-before = Namn innan
gathering-release = Plassar utan namn blir ledige
gathering-release-done = gjort
gathering-seats = Plassar
gathering-seats-named = { $named } av { $seats } har namn
gathering-standings = Kvar medlemmene står
gathering-standing = Status
gathering-standing-not_invited = Ikkje inviterte
gathering-standing-invited = Inviterte
gathering-standing-opened = Har opna lenkja
gathering-standing-partly_named = Nokre namn
gathering-standing-complete = Alle namn
gathering-not-member = Ikkje medlem den dagen
gathering-standing-declined = Har sagt nei
gathering-invite = { $count ->
    [one] Inviter 1 medlem
   *[other] Inviter { $count } medlemmer
}
gathering-remind = { $count ->
    [one] Minn om namn: 1 medlem
   *[other] Minn om namn: { $count } medlemmer
}
gathering-member = Medlem
gathering-municipalities = Kommunar
gathering-contact = Kontaktperson
gathering-contact-none = Ingen kontakt
gathering-written = Invitert
gathering-reminded = påmint { $date }
gathering-act = Gjer noko
gathering-extra-wanted = { $seats ->
    [one] Vil ha 1 plass til
   *[other] Vil ha { $seats } plassar til
}
gathering-grant = Gi plassane
gathering-renew = Send ny lenkje
gathering-decline-for = Sei nei for dei
gathering-decline-for-heading = Sei nei for { $member }?
gathering-decline-for-text = { $named ->
    [0] Ingen er meld på derifrå. Plassane blir ledige for andre.
    [one] 1 person som er meld på, blir meld av og får brev, og plassane blir ledige for andre.
   *[other] { $named } personar som er melde på, blir melde av og får brev, og plassane blir ledige for andre.
}
gathering-decline-for-sure = Ja, sei nei for dei
gathering-decline-for-not = Ikkje sei nei likevel
gathering-come-for = Dei kjem likevel
gathering-acted-innbydd = { $count ->
    [one] 1 medlem får invitasjon.
   *[other] { $count } medlemmer får invitasjon.
}
gathering-acted-purra = { $count ->
    [one] 1 medlem får påminning.
   *[other] { $count } medlemmer får påminning.
}
gathering-acted-avslag = { $count ->
    [one] Medlemmet er meld av.
   *[other] { $count } medlemmer er melde av.
}
gathering-acted-likevel = Medlemmet er med igjen, med dei plassane som er ledige. Dei som var melde på, må meldast på på nytt.
gathering-acted-fleire = { $count ->
    [one] 1 plass til er gitt.
   *[other] { $count } plassar til er gitt.
}
gathering-acted-lenkje = Kontaktpersonen får ei ny lenkje. Den gamle verkar ikkje lenger.
gathering-members-download = Last ned medlemmene som CSV

# Kven deltok
gathering-coverage-title = Kven deltok
gathering-coverage-from = Frå og med
gathering-coverage-to = Til og med
gathering-coverage-date-wrong = Skriv ein dato, til dømes 2027-04-27
gathering-coverage-phase = Programfase
gathering-coverage-phase-any = Alle fasar
gathering-coverage-gathering = Samling
gathering-coverage-gathering-any = Alle samlingar som har vore
gathering-coverage-show = Vis
gathering-coverage-nothing = Ingen samlingar har vore i denne tida.
gathering-coverage-whole = I alt
gathering-coverage-took-of = { $took } av { $of }
gathering-coverage-own = { $count ->
    [one] Frå 1 av dei veit vi at nokon kom derifrå.
   *[other] Frå { $count } av dei veit vi at nokon kom derifrå.
}
gathering-coverage-people = Deltakarar
gathering-coverage-others-are = { $count ->
    [one] av dei 1 utan delegasjon
   *[other] av dei { $count } utan delegasjon
}
gathering-coverage-counted = Den som hadde plass då samlinga tok til, er rekna som påmeld. Er det notert kven som møtte, tel berre dei. Medlemmene er dei som var i nettverket den dagen samlinga var, og kommunar er viste slik dei er etter samanslåingar. Tala står når namna er sletta.
gathering-coverage-xlsx = Last ned alt som Excel-fil
gathering-coverage-csv = Last ned som CSV: { $table }
gathering-coverage-file-samlingar = samlingar
gathering-coverage-file-medlemmer = medlemmer
gathering-coverage-file-kommunar = kommunar
gathering-coverage-file-fylke = fylke
gathering-coverage-gatherings = Samlingar
gathering-coverage-members = Medlemmer
gathering-coverage-counties = Fylke
gathering-coverage-date = Dato
gathering-coverage-basis = Talgrunnlag
gathering-coverage-came = Møtte
gathering-coverage-signed_up = Påmelde
gathering-coverage-so_far = Påmelde så langt
gathering-coverage-first = Første gong
gathering-coverage-again = Igjen
gathering-coverage-absent = Ikkje med
gathering-coverage-all = I alt
gathering-coverage-others = Utan delegasjon
gathering-coverage-by-role = Deltakarar etter rolle
gathering-coverage-by-gathering = Medlemmer som deltok, etter samling
gathering-coverage-since = { $first } første gong, { $again } igjen
gathering-coverage-key = Den andre figuren viser medlemmer: open del er første gong, fylt del er igjen.
gathering-coverage-map = Kart over fylka
gathering-coverage-map-text = Kvart fylke er ei rute med kor mange av kommunane i nettverket som deltok. Tabellen under seier det same.
gathering-coverage-map-key = Tala er kommunar i nettverket som deltok, av alle dei nettverket har i fylket. Fylt rute: alle. Svakt fylt rute: nokre. Open rute: ingen. Stipla rute: ingen medlem der.
gathering-coverage-outside = Ingen medlemmer
gathering-coverage-of-no-county = { $count ->
    [one] 1 deltakar er frå ein region i fleire fylke, og vi veit ikkje kva for eit.
   *[other] { $count } deltakarar er frå regionar i fleire fylke, og vi veit ikkje kva for eit.
}
gathering-coverage-member = Medlem
gathering-coverage-municipality = Kommune
gathering-coverage-county = Fylke
gathering-coverage-number = Nummer
gathering-coverage-participation = Deltaking
gathering-coverage-took = Samlingar med
gathering-coverage-of = Samlingar i alt
gathering-coverage-municipalities = Kommunar
gathering-coverage-municipalities-took = Kommunar med
gathering-coverage-with-region = Ein kommune er med når regionen er med. Tala i kvar rolle er dei vi veit kjem frå kommunen sjølv.
gathering-municipality-of = Kommune
gathering-municipality-of-hint = Så det kan teljast kva kommunar som var med

# Det som høyrer til ei samling
gathering-material-title = Materiale
gathering-material-none = Her er ikkje noko enno.
gathering-material-link-to = Materiale frå samlinga
gathering-material-back = Til delegasjonen
gathering-material-documents = Dokument
gathering-material-indicators = Indikatorar
gathering-material-examples = Gode eksempel
gathering-material-kind-document = Dokument
gathering-material-kind-indicator = Indikator
gathering-material-kind-example = Godt eksempel
gathering-material-from = kjelde: { $source }
gathering-material-saved = Endringa er lagra.
gathering-material-for-all = For alle
gathering-material-for-network = Berre for nettverket
gathering-material-visible = Kven ser det?
gathering-material-remove = Ta bort
gathering-material-new-document = Legg til eit dokument
gathering-material-new-indicator = Legg til ein indikator
gathering-material-new-example = Legg til eit godt eksempel
gathering-material-title-in = Tittel ({ $language })
gathering-material-description-in = Tekst ({ $language })
gathering-material-file = Fil
gathering-material-file-hint = PDF, Word, Excel, PowerPoint eller OpenDocument, høgst 20 MB og utan makroar
gathering-material-link = Eller ei lenkje
gathering-material-link-hint = Byrjar med https://
gathering-material-value = Verdi
gathering-material-unit = Eining
gathering-material-unit-hint = Til dømes prosent eller innbyggjarar
gathering-material-source = Kjelde
gathering-material-send = Legg til
gathering-material-title-missing = Skriv tittelen
gathering-material-long = Teksten er for lang. Kort han ned.
gathering-material-nothing = Vel ei fil, eller skriv ei lenkje
gathering-material-both = Vel anten ei fil eller ei lenkje
gathering-material-link-wrong = Skriv ei adresse som byrjar med https://
gathering-material-value-missing = Skriv verdien som eit tal, til dømes 12,4
gathering-material-source-missing = Skriv kvar talet er frå
gathering-material-municipality-which = Fleire kommunar heiter dette. Skriv fylket òg, til dømes Herøy (Nordland)
gathering-material-municipality-wrong = Skriv namnet på ein norsk kommune
gathering-material-text-missing = Skriv kva eksempelet viser
gathering-material-many = Samlinga har så mykje materiale som er lov. Ta bort noko først.
gathering-material-file-large = Fila er større enn 20 MB. Gjer ho mindre, eller bruk ei lenkje.
gathering-material-file-unknown = Vi tek ikkje imot filer av dette slaget. Bruk PDF, Word, Excel, PowerPoint eller OpenDocument.
gathering-material-file-misnamed = Fila er noko anna enn namnet seier. Lagre ho på nytt i rett format.
gathering-material-file-script = Fila inneheld makroar eller anna som kan køyre. Lagre ho utan, til dømes som PDF.
gathering-material-file-locked = Fila har passord. Lagre ho utan passord.
gathering-material-file-damaged = Fila er skadd. Lagre ho på nytt, og prøv igjen.
# Bord og grupper
gathering-plans = Bord og grupper
gathering-plans-text = Fordel deltakarane på bord til middagen, eller på grupper i ein verkstad. Ingen får vite noko før de seier frå.
gathering-plans-people = { $count ->
    [one] 1 person har plass på samlinga.
   *[other] { $count } personar har plass på samlinga.
}
gathering-plans-none = Det er ingen planar enno.
gathering-plans-new = Lag ein plan
gathering-plan-kind = Kva skal folk delast i?
gathering-plan-kind-tables = Bord
gathering-plan-kind-groups = Grupper
gathering-plan-kind-missing = Vel bord eller grupper
gathering-plan-name = Namn på planen ({ $language })
gathering-plan-name-hint = Til dømes «Middag» eller «Verkstad om tomme lokale». Namnet står i breva.
gathering-plan-name-missing = Skriv kva planen heiter
gathering-plan-choice = Kven gjeld planen?
gathering-plan-everybody = Alle som har plass
gathering-plan-chosen = Dei som har valt { $choice }
gathering-plan-size = Kor mange kan vere saman, høgst?
gathering-plan-size-wrong = Skriv kor mange som kan vere saman, frå 1 til 100
gathering-plan-tables = Kor mange bord eller grupper?
gathering-plan-tables-hint = La feltet stå tomt for så få som det går.
gathering-plan-tables-wrong = Skriv eit tal frå 1 til 300, eller la feltet stå tomt
gathering-plan-mixing = Dei som kjem frå same medlem
gathering-plan-mixing-spread = Blir spreidde, så dei møter andre
gathering-plan-mixing-together = Er saman
gathering-plan-of-member = Høgst så mange frå same medlem
gathering-plan-of-county = Høgst så mange frå same fylke
gathering-plan-most-hint = Gjeld når folk blir spreidde. La feltet stå tomt om det ikkje er noka grense.
gathering-plan-most-wrong = Skriv eit tal frå 1 til 100, eller la feltet stå tomt
gathering-plan-elected = Minst éin folkevald kvar stad, så langt det går
gathering-plan-heirs = Den som medlemmet sender i staden for nokon, får same plass
gathering-plan-make = Lag planen
gathering-plan-table-tables = Bord { $number }
gathering-plan-table-groups = Gruppe { $number }
gathering-plan-none-tables = Har ikkje noko bord
gathering-plan-none-groups = Er ikkje i noka gruppe
gathering-plan-count-tables = { $count } bord
gathering-plan-count-groups = { $count ->
    [one] 1 gruppe
   *[other] { $count } grupper
}
gathering-plan-seated = { $seated } av { $people } er fordelte
gathering-plan-full-size = { $seated } av { $size }
gathering-plan-nobody = Ingen er fordelte enno.
gathering-plan-own = Utan delegasjon
gathering-plan-somebody = Ein person som ikkje er med lenger
gathering-plan-audited = Vi noterer kven som ser på planen.
gathering-plan-locked = Låst
gathering-plan-not-told = Veit det ikkje
gathering-plan-news = Endra sidan sist
gathering-plan-news-left = { $name } kjem ikkje. Plassen er tom.
gathering-plan-news-took = { $name } kjem i staden for ein annan frå same medlem.
gathering-plan-seen = Eg har sett det
gathering-plan-telling = Sei frå
gathering-plan-told-never = Ingen har fått vite kvar dei sit.
gathering-plan-told-at = Sist sagt frå { $when }.
gathering-plan-told-all = Alle veit kvar dei sit.
gathering-plan-untold = { $count ->
    [one] 1 veit ikkje kvar dei sit no.
   *[other] { $count } veit ikkje kvar dei sit no.
}
gathering-plan-tell-text = Dei får brev. Blir planen endra seinare, får berre dei brev som får ein annan plass, når de seier frå på nytt.
gathering-plan-tell = { $count ->
    [one] Sei frå til 1 person
   *[other] Sei frå til { $count } personar
}
gathering-plan-newcomers = Ikkje fordelte
gathering-plan-fill = { $count ->
    [one] Finn plass til 1 ny
   *[other] Finn plass til { $count } nye
}
gathering-plan-anew = Fordel på nytt
gathering-plan-anew-text = Når de fordeler på nytt, kan alle bli flytta som ikkje er låste. Når de finn plass til nye, blir ingen andre flytta.
gathering-plan-add-tables = Legg til eit bord
gathering-plan-add-groups = Legg til ei gruppe
gathering-plan-drop = Ta bort
gathering-plan-lock = Lås
gathering-plan-unlock = Lås opp
gathering-plan-person = Flytt { $name }
gathering-plan-person-not = Lukk
gathering-plan-move-to = Flytt til
gathering-plan-move = Flytt
gathering-plan-take-off = Ut av planen
gathering-plan-swap = Byt plass med
gathering-plan-swap-send = Byt
gathering-plan-breach-of_member = Fleire frå same medlem enn regelen seier
gathering-plan-breach-of_county = Fleire frå same fylke enn regelen seier
gathering-plan-breach-no_elected = Ingen folkevalde
gathering-plan-breach-divided = Nokon er skilde frå sine eigne
gathering-plan-change = Endre namn og reglar
gathering-plan-change-text = Ingen blir flytta før de fordeler på nytt eller finn plass til nye.
gathering-plan-save = Lagre
gathering-plan-remove = Slett planen
gathering-plan-remove-text = Dei som har fått vite kvar dei sit, får brev om at det ikkje gjeld lenger.
gathering-plan-remove-sure = Ja, planen skal slettast
gathering-plan-remove-missing = Kryss av for at planen skal slettast
gathering-plan-print = Skriv ut planen
gathering-plan-cards-tables = Bordkort
gathering-plan-cards-groups = Kort til gruppene
gathering-plan-print-how = Bruk utskrift i nettlesaren.
gathering-plan-back = Tilbake til planen
gathering-plan-by-name = Alle etter namn
gathering-plan-done-laga = Planen er laga. Sjå over han før de seier frå.
gathering-plan-done-flytta = Personen er flytta.
gathering-plan-done-bytt = Dei to har bytt plass.
gathering-plan-done-laast = Låst. Ingen blir flytta derifrå.
gathering-plan-done-opna = Låst opp.
gathering-plan-done-fylt = { $count ->
    [one] 1 ny har fått plass. Ingen andre er flytta.
   *[other] { $count } nye har fått plass. Ingen andre er flytta.
}
gathering-plan-done-nytt = { $count ->
    [0] Alle sit som før.
    [one] 1 person er flytta.
   *[other] { $count } personar er flytta.
}
gathering-plan-done-bord = Planen er endra.
gathering-plan-done-reglar = Endringane er lagra. Ingen er flytta.
gathering-plan-done-sagt = { $count ->
    [0] Alle veit det alt. Ingen får brev.
    [one] 1 person får brev.
   *[other] { $count } personar får brev.
}
gathering-plan-done-sett = Fint.
gathering-plan-done-sletta = Planen er sletta.
gathering-plan-refused-stale = Planen er endra sidan du opna sida, så vi gjorde ikkje noko. Her er han slik han er no.
gathering-plan-refused-unknown = Personen eller bordet er ikkje i planen lenger.
gathering-plan-refused-full = Det er fullt der. Byt plass med nokon i staden.
gathering-plan-refused-locked = Det er låst. Lås opp først.
gathering-plan-refused-not_empty = Det er folk der. Flytt dei først.
