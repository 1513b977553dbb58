# Sider om webinar: den opne sida, vegen inn i møtet, og sida til arrangøren.

# Den opne sida
webinar-when = Når
webinar-where = Kvar
webinar-online = På nett
webinar-both = { $venue }, og på nett
webinar-price = Pris
webinar-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangørar
}
webinar-deadline = Påmeldingsfrist
webinar-about = Om webinaret
webinar-choices = Når du melder deg på, kan du òg velje
webinar-series = Fleire webinar i rekkja
webinar-questions = Spørsmål?
webinar-ask = Spør { $name }:

webinar-sign-up = Meld meg på
webinar-wait = Set meg på venteliste
webinar-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plassar
}
webinar-offer-free = ledige plassar
webinar-offer-full = { $waiting ->
    [0] fullt
   *[other] fullt, { $waiting } på venteliste
}
webinar-full = Webinaret er fullteikna.
webinar-full-with-list = { $waiting ->
    [0] Webinaret er fullteikna, men du kan setje deg på venteliste.
    [one] Webinaret er fullteikna, men du kan setje deg på venteliste. Der står det 1 no.
   *[other] Webinaret er fullteikna, men du kan setje deg på venteliste. Der står det { $waiting } no.
}
webinar-early = Påmeldinga opnar { $when }.
webinar-closed = Påmeldinga er stengd. Spør arrangøren om det er plass.
webinar-now = Webinaret er i gang, og påmeldinga er stengd. Er du påmeld, finn du lenkja di i e-posten frå oss.
webinar-over = Webinaret er over.
webinar-cancelled = Webinaret er avlyst.
webinar-link-comes = Når du er påmeld, får du di eiga lenkje til møtet på e-post og i kalenderen.
webinar-calendar = Legg i kalenderen
webinar-calendar-hint = Møtelenkja kjem først i kalenderen når du melder deg på.

# Vegen inn
webinar-join-title = Bli med på { $title }
webinar-join = Bli med
webinar-join-text = Møterommet er ope. Trykk på knappen, så kjem du rett inn.
webinar-join-personal = Lenkja er berre til deg. Ikkje del ho med andre: Dei kan melde seg på sjølve.
webinar-door-early = Møterommet er ikkje ope enno
webinar-door-early-text = Du kan bli med frå { $when }. Kom tilbake hit då.
webinar-door-again = Prøv igjen
webinar-door-waits-text = Du kan bli med frå { $when }. La sida stå open, så opnar ho døra av seg sjølv då. Du treng ikkje gjere noko.
webinar-door-look = Sjå om det er ope no
webinar-door-still = Ikkje opne av seg sjølv
webinar-door-still-text = Du kan bli med frå { $when }. Sida endrar seg ikkje av seg sjølv.
webinar-door-by-itself = Opne av seg sjølv likevel
webinar-door-stuck = Møterommet let seg ikkje opne
webinar-door-stuck-text = Det er noko gale hos oss, og det har ikkje noko med lenkja di å gjere. Prøv igjen om litt.
webinar-join-panel-moderator = Møterommet er ope for deg, { $name } ({ $part }). Trykk på knappen, så kjem du inn med rett til å leie møtet.
webinar-join-panel-speaker = Møterommet er ope for deg, { $name } ({ $part }). Trykk på knappen, så kjem du inn som deltakar. Møteleiaren hjelper deg med det praktiske.
webinar-panel-personal-moderator = Lenkja er berre til deg. Alle som har ho, kan leie møtet, så ikkje del ho med nokon.
webinar-panel-personal-speaker = Lenkja er berre til deg, så ikkje del ho med nokon.
webinar-part-moderator = møteleiar
webinar-part-speaker = innleiar
webinar-door-over = Webinaret er over
webinar-door-over-text = Takk for at du ville vere med. Vi håpar å sjå deg ein annan gong.
webinar-door-waiting = Du står på venteliste
webinar-door-waiting-text = Du har ikkje plass enno. Vi skriv til deg med ein gong det blir ein ledig plass til deg.
webinar-door-withdrawn = Du er meld av
webinar-door-withdrawn-text = Difor gjeld ikkje lenkja lenger. Vil du vere med likevel, kan du melde deg på ein gong til.
webinar-door-cancelled-text = Du treng ikkje gjere noko med påmeldinga.
webinar-door-unknown = Lenkja verkar ikkje
webinar-door-unknown-text = Ho kan vere feil, eller ho er bytt ut. Bruk lenkja i den siste e-posten du fekk om webinaret.
webinar-to-page = Til sida om webinaret

# Til arrangøren
webinar-organiser-back = Til oversikta
webinar-organiser-panel = Panel
webinar-panel-title = Lenkjer til panelet
webinar-panel-intro = Kvar i panelet har si eiga lenkje, som opnar { $when }, før deltakarane kjem inn. I rom som blir laga her, gjev lenkja til ein møteleiar rett til å leie møtet. Innleiarar kjem inn som deltakarar.
webinar-panel-warning = Send kvar lenkje berre til den ho gjeld. Er ei lenkje komen på avvegar, så gje personen ein annan nøkkel i arrangementsfila: Då sluttar den gamle å verke.
webinar-panel-rooms = Kven som får leie møtet, står i lenkja, men det er møterommet som må rette seg etter det. Spør dei som driv installasjonen om Jitsi er sett opp slik, og prøv med lenkja til ein innleiar: Med ho skal ein ikkje kunne slå av lyden for andre.
webinar-panel-nobody = Arrangementsfila nemner ingen i panelet.
webinar-meeting-room-hint = Lat feltet stå tomt, så møtest de i eit rom som blir laga her og som ingen kan gjette namnet på. Skriv ei adresse når møtet skal vere ein annan stad.
webinar-meeting-room = Eit eige rom for kvar dato, som blir laga her
webinar-organiser-attendance = Frammøte
webinar-attendance-title = Frammøte
webinar-attendance-text = Den som går inn gjennom lenkja si, blir notert av seg sjølv. Kven det er, står i lista over påmeldingar.
webinar-attendance-taken-in = { $count ->
    [0] Lista er teken inn. Alle på ho var noterte frå før.
    [one] Lista er teken inn. 1 til er notert som frammøtt.
   *[other] Lista er teken inn. { $count } til er noterte som frammøtte.
}
webinar-attendance-gone = Lista er ikkje her lenger: Ho er teken inn alt, eller det er gått meir enn eitt døgn. Les ho inn på nytt om det trengst.
webinar-list-heading = Frammøteliste frå møterommet
webinar-list-text = Nokon kjem inn i møtet på andre måtar enn gjennom lenkja si. Hent frammøtelista frå Teams eller Zoom og les ho inn her. Du får sjå kven vi har funne før noko blir teke inn, og den same lista kan lesast inn fleire gonger utan at nokon blir talde dobbelt.
webinar-list-file = Frammøteliste
webinar-list-file-hint = CSV-fila slik ho kjem frå Teams eller Zoom, på norsk, svensk eller engelsk.
webinar-list-read = Les lista
webinar-list-not-yet = Lista kan lesast inn når webinaret er i gang.
webinar-list-refused = Lista kan ikkje lesast, og ikkje noko av ho er teke inn
webinar-list-empty = Det står ingen på lista. Vel ei fil med minst éin person.
webinar-list-too-large = Fila er større enn 4 MB. Ei frammøteliste er mykje mindre: Er det rett fil?
webinar-list-too-many = Det står fleire enn 10 000 på lista. Del ho i fleire filer.
webinar-list-too-unsure = Så mange namn på lista kan vere fleire av dei påmelde at det blir meir enn { $most } å velje mellom. Hent ei liste med e-postadresser, eller del ho i fleire filer.
webinar-list-encoding = Linje { $line }: Teikna kan ikkje lesast. Hent lista på nytt, eller lagre ho som «CSV UTF-8».
webinar-list-quote = Linje { $line }: Her byrjar eit hermeteikn som aldri sluttar. Hent lista på nytt.
webinar-list-no-section = Lista har ikkje delen «2. Deltakarar». Hent heile frammøterapporten på nytt.
webinar-list-no-heading = Linje { $line }: Vi finn ikkje overskrifta til kolonnane. Der må det stå kva kolonne som har namnet («Name», «Navn» eller «Namn»), og kva kolonne som har e-posten.
webinar-list-columns = Linje { $line }: { $found ->
    [one] Her er det 1 kolonne
   *[other] Her er det { $found } kolonnar
}, men overskrifta har { $expected }.
webinar-list-nameless = Linje { $line }: Her står det korkje namn eller e-post.
webinar-list-address = Linje { $line }: Det som står i kolonnen for e-post, er inga e-postadresse.
webinar-preview-title = Sjå over frammøtelista
webinar-preview-text = Ikkje noko er teke inn enno.
webinar-preview-listed = Står på lista
webinar-preview-sure = Kjende att på e-posten
webinar-preview-known = Av dei er noterte frå før
webinar-preview-unsure = Er det desse?
webinar-preview-unsure-text = Berre namnet passar. Set kryss ved dei som var med. Der heile namnet er likt og berre éin heiter det, har vi sett krysset; ta det bort om det er ein annan. Heiter fleire det same, kan fleire av dei ha vore med.
webinar-preview-who = Kven er { $name }?
webinar-preview-take-in = Ta inn lista
webinar-preview-drop = Kast lista
webinar-preview-nobody = Ikkje påmelde
webinar-preview-nobody-text = Desse står på lista, men vi finn dei ikkje blant dei påmelde. Dei blir ikkje tekne inn.
webinar-organiser-material = Opptak og lysbilete
webinar-organiser-evaluation = Vurdering
webinar-evaluation-title = Kva syntest du om webinaret?
webinar-evaluation-anonymous = Svara blir lagde saman til tal med ein gong. Arrangøren ser tala for fem svar om gongen, utan namn, og det som er skrive. Lenkja di blir berre brukt til å sjå at ingen svarer to gonger. Du kan hoppe over spørsmål.
webinar-evaluation-useful = Kor nyttig var webinaret for deg?
webinar-evaluation-practical = Korleis var det praktiske: lyd, bilete og tidsbruk?
webinar-evaluation-recommend = Vil du rå andre til å vere med neste gong?
webinar-evaluation-comment = Kva bør vi gjere annleis?
webinar-evaluation-comment-hint = Ikkje skriv noko som viser kven du eller andre er.
webinar-evaluation-send = Send svara
webinar-evaluation-empty = Svar på minst eitt av spørsmåla.
webinar-evaluation-long = Kommentaren kan vere på høgst 2 000 teikn.
webinar-evaluation-scale-1 = 1, svært dårleg
webinar-evaluation-scale-2 = 2
webinar-evaluation-scale-3 = 3
webinar-evaluation-scale-4 = 4
webinar-evaluation-scale-5 = 5, svært bra
webinar-evaluation-recommend-yes = Ja
webinar-evaluation-recommend-maybe = Kanskje
webinar-evaluation-recommend-no = Nei
webinar-evaluation-thanks = Takk for svara
webinar-evaluation-thanks-text = Dei er lagde saman med svara frå dei andre, utan namn.
webinar-evaluation-answered = Du har svart
webinar-evaluation-answered-text = Det er kome eit svar gjennom lenkja di. Det kan ikkje endrast, for vi veit ikkje kva for eit det er.
webinar-evaluation-early = Du kan ikkje svare enno
webinar-evaluation-early-text = Kom tilbake når webinaret har vore.
webinar-evaluation-closed = Det er for seint å svare
webinar-evaluation-closed-text = Svara vart samla inn i 30 dagar etter webinaret.
webinar-evaluation-ask = Sei kva du syntest
webinar-results-title = Kva deltakarane syntest
webinar-results-answers = { $count ->
    [0] Ingen har svart enno.
    [one] 1 har svart.
   *[other] { $count } har svart.
}
webinar-results-few = Svara blir viste når minst { $count } har svart, slik at ingen kan kjennast att.
webinar-results-anonymous = Svara er lagde saman. Det som er skrive, står i alfabetisk rekkjefølgje og høyrer ikkje saman med noko anna svar.
webinar-results-steps = Svara blir viste { $step } om gongen, så ingen kan sjå kva det siste var. Dette er dei { $count } første.
webinar-results-unread = Det folk har skrive, kan dei lese som har lov til å sjå kven som er påmelde.
webinar-results-chart = Stolpediagram: { $question } Tala står i tabellen under.
webinar-results-answer = Svar
webinar-results-count = Tal på svar
webinar-results-file = Last ned svara som CSV
webinar-material-heading = Opptak og lysbilete
webinar-material-title = Opptak og lysbilete
webinar-material-text = Det som står her, finn folk på sida om webinaret. Det som berre er for påmelde, finn dei bak lenkja si.
webinar-material-before = Det som står her, blir synleg når webinaret er over: på sida om webinaret, eller bak lenkja til den einskilde når det berre er for påmelde.
webinar-material-told = Dei som fekk brevet etter webinaret før det stod noko her, får eitt brev til ein halv time etter at det første er lagt til. Det som kjem seinare, skriv vi ikkje om.
webinar-material-add = Legg til
webinar-material-kind = Kva er det?
webinar-material-kind-recording = Opptak
webinar-material-kind-slides = Lysbilete
webinar-material-name = Tittel
webinar-material-audience = Kven er det for?
webinar-material-audience-all = Alle
webinar-material-audience-signed_up = Berre dei som er påmelde
webinar-material-link = Adresse
webinar-material-link-hint = Der opptaket eller lysbileta ligg. Ho byrjar med https://
webinar-material-file = Eller ei fil
webinar-material-file-hint = PDF, høgst 20 MB. Film legg du ut ein annan stad og set inn adressa til.
webinar-material-save = Legg til
webinar-material-remove = Ta bort
webinar-material-wrong-kind = Vel om det er opptak eller lysbilete.
webinar-material-wrong-audience = Vel kven det er for.
webinar-material-wrong-title = Skriv ein tittel på ei linje, høgst 150 teikn.
webinar-material-wrong-link = Adressa må vere heil og byrje med https://
webinar-material-wrong-one = Skriv ei adresse eller vel ei fil, og berre ein av delane.
webinar-material-wrong-pdf = Fila er ikkje ein PDF. Lagre lysbileta som PDF og prøv igjen.
webinar-material-wrong-large = Fila er større enn 20 MB.
webinar-material-wrong-misnamed = Fila er noko anna enn namnet seier. Lagre ho på nytt som PDF.
webinar-material-wrong-script = Fila inneheld skript eller anna som kan køyre. Lagre ho utan, til dømes ved å skrive ut til PDF.
webinar-material-wrong-locked = Fila har passord. Lagre ho utan passord.
webinar-material-wrong-damaged = Fila er skadd. Lagre ho på nytt, og prøv igjen.
webinar-material-wrong-many = Det er 20 her alt. Ta bort noko først.
webinar-settled-heading = Brev etter webinaret
webinar-settled-text = Brevet til dei som kom, og til dei som ikkje kom, blir sendt { $when }. Er frammøtet klart før, kan du seie det her. Då går det eit kvarter etter.
webinar-settled-late = Brevet til dei som kom, og til dei som ikkje kom, skulle sendast { $when }. Var ingen noterte som komne då, har det berre gått til dei som er noterte sidan. Når frammøtet er klart, går det til resten eit kvarter etter at du trykkjer.
webinar-settled-none = Arrangementsfila seier at det ikkje skal sendast brev etter webinaret.
webinar-settled-button = Frammøtet er klart, send breva
webinar-settled-done = Frammøtet er klart sidan { $when }. Breva går eit kvarter etter.
webinar-organiser-public = Den opne sida
webinar-organiser-sign-ups = Påmeldingar
webinar-organiser-letters = Brev
webinar-organiser-numbers = Tal
webinar-organiser-admitted = Har plass
webinar-organiser-waiting = Står på venteliste
webinar-organiser-places-left = Ledige plassar
webinar-organiser-unlimited = Ikkje avgrensa
webinar-organiser-joined = Har vore med
webinar-organiser-doors = Møterommet
webinar-organiser-doors-text = Deltakarane kjem inn frå { $from } til { $until }.
webinar-organiser-revision = Utgåve
webinar-meeting-heading = Møteadresse
webinar-meeting-hint = Adressa frå den som leverer møterommet. Ho står ikkje i nokon e-post eller kalender, så du kan byte ho når som helst utan at nokon treng eit nytt brev.
webinar-meeting-label = Adresse til møterommet
webinar-meeting-save = Lagre møteadressa
webinar-meeting-saved = Møteadressa er lagra. Lenkjene som deltakarane har fått, fører dit no.
webinar-meeting-wrong = Møteadressa må vere ei heil adresse som byrjar med https://
webinar-meeting-moved = Nokon andre har endra møteadressa
webinar-meeting-moved-text = Det skjedde etter at du opna sida. Det du skreiv, står i feltet og er ikkje lagra. Lagrar du no, gjeld det du skreiv. Slik er adressa no:
webinar-meeting-moved-room = Inga adresse: dei møtest i rommet som blir laga her

# Rekkjer
webinar-series-whole = Meld meg på heile rekkja
webinar-series-whole-text = Meld deg på éin gong, så er du med på alle datoane, også dei som kjem seinare. Passar ikkje ein dato, hoppar du over han med eitt trykk.
webinar-series-ahead = Datoar som kjem
webinar-series-past = Datoar som har vore
webinar-series-none = Ingen datoar er sette no.
webinar-series-one = Meld meg berre på denne datoen
webinar-series-about = Om rekkja
webinar-series-part = Webinaret er eitt av fleire.
webinar-series-see = Sjå heile rekkja
webinar-series-organise = Rekkja
webinar-series-shared = Felles for datoane
webinar-series-shared-text = Dette får nye datoar når ikkje noko anna blir skrive.
webinar-series-dates = Datoane
webinar-series-new = Ny dato
webinar-series-first = Rekkja har ingen datoar enno. Den første kjem frå ei arrangementsfil, og dei neste kan lagast her.
webinar-series-own = Eige for denne datoen:
webinar-series-edit = Endre
webinar-part-title = Tittel
webinar-part-summary = Samandrag
webinar-part-description = Tekst
webinar-part-start = Klokkeslett
webinar-part-length = Lengd
webinar-part-meeting = Møteadresse
webinar-part-places = Plassar
webinar-edit-title = Endre ein dato
webinar-edit-missing = Skriv teksten på dette språket
webinar-edit-too-long = Gjer teksten kortare. Ein tittel må stå på éi linje.
webinar-edit-start-hint = Til dømes 10:00
webinar-edit-start-wrong = Skriv klokkeslettet slik: 10:00
webinar-edit-skipped-hour = Klokka blir stilt fram forbi dette klokkeslettet den dagen. Vel eit anna.
webinar-edit-minutes-hint = I minutt
webinar-edit-minutes-wrong = Skriv lengda i minutt, frå 1 til 1440
webinar-edit-capacity-hint = La feltet stå tomt når det ikkje er noka grense.
webinar-edit-capacity-wrong = Skriv talet på plassar, frå 1 til 100000, eller la feltet stå tomt
webinar-edit-stale = Nokon andre har endra rekkja eller datoen i mellomtida. Ingenting er lagra. Opne datoen på nytt frå rekkja, og sjå kva som er nytt.
webinar-edit-not-genuine = Skjemaet var for gammalt. Ingenting er lagra. Prøv ein gong til.
webinar-edit-nothing = ingenting
webinar-edit-before = Før:
webinar-edit-after = Etter:
webinar-edit-preview = Sjå kva som blir endra
webinar-edit-saved = Lagra. Dei som er påmelde, får vite om det som er endra for dei.
webinar-scope = Kva datoar gjeld endringane?
webinar-scope-hint = Datoar som har byrja eller er avlyste, blir aldri endra.
webinar-scope-this = Berre denne datoen
webinar-scope-later = Denne og dei som kjem etter, også nye
webinar-scope-all = Alle som ikkje har byrja, også nye
webinar-scope-is-this = Endringane gjeld berre denne datoen.
webinar-scope-is-later = Endringane gjeld denne datoen og dei som kjem etter.
webinar-scope-is-all = Endringane gjeld alle datoane som ikkje har byrja.
webinar-over-own = Endre òg det som andre datoar har for seg sjølve
webinar-changes-title = Dette blir endra
webinar-changes-same = Ingenting blir endra.
webinar-changes-kept = Dette blir ståande, fordi datoen har sitt eige:
webinar-changes-told = Dei som er påmelde, får melding og ny kalenderinvitasjon om det som gjeld dei. Ei ny møteadresse får ingen brev om.
webinar-changes-save = Lagre endringane
webinar-changes-back = Endre meir
webinar-new-text = Datoen får det same som rekkja når du ikkje skriv noko anna. Spørsmål, påminningar og fristar er som for den siste datoen. Dei som er påmelde heile rekkja, blir inviterte med ein gong.
webinar-new-day = Dato
webinar-new-day-wrong = Skriv ein dato som finst, til dømes 16 3 2027
webinar-new-past = Datoen har vore. Vel ein som kjem.
webinar-new-submit = Publiser datoen
webinar-minutes = { $count ->
    [one] { $count } minutt
   *[other] { $count } minutt
}
