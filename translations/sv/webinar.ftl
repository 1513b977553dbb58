# Sidor om webbinarier: den öppna sidan, vägen in i mötet och arrangörens sida.

# Den öppna sidan
webinar-when = När
webinar-where = Var
webinar-online = Digitalt
webinar-both = { $venue }, och digitalt
webinar-price = Pris
webinar-organisers = { $count ->
    [one] Arrangör
   *[other] Arrangörer
}
webinar-deadline = Sista anmälan
webinar-about = Om webbinariet
webinar-choices = När du anmäler dig kan du också välja
webinar-series = Fler webbinarier i serien
webinar-questions = Frågor?
webinar-ask = Fråga { $name }:

webinar-sign-up = Anmäl mig
webinar-wait = Sätt mig på väntelistan
webinar-places-left = { $count ->
    [one] 1 ledig plats
   *[other] { $count } lediga platser
}
webinar-offer-free = lediga platser
webinar-offer-full = { $waiting ->
    [0] fullt
   *[other] fullt, { $waiting } på väntelistan
}
webinar-full = Webbinariet är fullbokat.
webinar-full-with-list = { $waiting ->
    [0] Webbinariet är fullbokat, men du kan ställa dig på väntelistan.
    [one] Webbinariet är fullbokat, men du kan ställa dig på väntelistan. Där står 1 nu.
   *[other] Webbinariet är fullbokat, men du kan ställa dig på väntelistan. Där står { $waiting } nu.
}
webinar-early = Anmälan öppnar { $when }.
webinar-closed = Anmälan är stängd. Fråga arrangören om det finns plats.
webinar-now = Webbinariet pågår och anmälan är stängd. Är du anmäld hittar du din länk i mejlet från oss.
webinar-over = Webbinariet är slut.
webinar-cancelled = Webbinariet är inställt.
webinar-link-comes = När du är anmäld får du en egen länk till mötet i ett mejl och i kalendern.
webinar-calendar = Lägg till i kalendern
webinar-calendar-hint = Möteslänken kommer med i kalendern först när du anmäler dig.

# Vägen in
webinar-join-title = Var med på { $title }
webinar-join = Gå in i mötet
webinar-join-text = Mötesrummet är öppet. Tryck på knappen så kommer du direkt in.
webinar-join-personal = Länken är bara till för dig. Dela den inte med andra: De kan anmäla sig själva.
webinar-door-early = Mötesrummet är inte öppet än
webinar-door-early-text = Du kan gå in från { $when }. Kom tillbaka hit då.
webinar-door-again = Försök igen
webinar-door-waits-text = Du kan gå in från { $when }. Låt sidan stå öppen så öppnar den dörren av sig själv då. Du behöver inte göra något.
webinar-door-look = Se om det är öppet nu
webinar-door-still = Öppna inte av sig själv
webinar-door-still-text = Du kan gå in från { $when }. Sidan ändrar sig inte av sig själv.
webinar-door-by-itself = Öppna av sig själv ändå
webinar-door-stuck = Mötesrummet går inte att öppna
webinar-door-stuck-text = Något är fel hos oss, och det har inget med din länk att göra. Försök igen om en stund.
webinar-join-panel-moderator = Mötesrummet är öppet för dig, { $name } ({ $part }). Tryck på knappen så kommer du in med rätt att leda mötet.
webinar-join-panel-speaker = Mötesrummet är öppet för dig, { $name } ({ $part }). Tryck på knappen så kommer du in som deltagare. Mötesledaren hjälper dig med det praktiska.
webinar-panel-personal-moderator = Länken är bara till dig. Alla som har den kan leda mötet, så dela den inte med någon.
webinar-panel-personal-speaker = Länken är bara till dig, så dela den inte med någon.
webinar-part-moderator = mötesledare
webinar-part-speaker = talare
webinar-door-over = Webbinariet är slut
webinar-door-over-text = Tack för att du ville vara med. Vi hoppas att vi ses en annan gång.
webinar-door-waiting = Du står på väntelistan
webinar-door-waiting-text = Du har ingen plats än. Vi hör av oss så fort det finns en plats till dig.
webinar-door-withdrawn = Du är avanmäld
webinar-door-withdrawn-text = Därför gäller länken inte längre. Vill du vara med ändå kan du anmäla dig igen.
webinar-door-cancelled-text = Du behöver inte göra något med din anmälan.
webinar-door-unknown = Länken fungerar inte
webinar-door-unknown-text = Den kan vara fel, eller så är den utbytt. Använd länken i det senaste mejlet du fick om webbinariet.
webinar-to-page = Till sidan om webbinariet

# Till arrangören
webinar-organiser-back = Till översikten
webinar-organiser-panel = Panel
webinar-panel-title = Länkar till panelen
webinar-panel-intro = Var och en i panelen har en egen länk, som öppnar { $when }, innan deltagarna kommer in. I rum som skapas här ger länken till en mötesledare rätt att leda mötet. Talare kommer in som deltagare.
webinar-panel-warning = Skicka varje länk bara till den som den gäller. Har en länk kommit på avvägar, ge personen en annan nyckel i evenemangsfilen: Då slutar den gamla att fungera.
webinar-panel-rooms = Vem som får leda mötet står i länken, men det är mötesrummet som måste rätta sig efter det. Fråga dem som driver installationen om Jitsi är inställt så, och pröva med länken till en talare: Med den ska man inte kunna stänga av ljudet för andra.
webinar-panel-nobody = Evenemangsfilen nämner ingen i panelen.
webinar-meeting-room-hint = Lämna fältet tomt så ses ni i ett rum som skapas här och vars namn ingen kan gissa. Skriv en adress när mötet ska vara någon annanstans.
webinar-meeting-room = Ett eget rum för varje datum, som skapas här
webinar-organiser-attendance = Närvaro
webinar-attendance-title = Närvaro
webinar-attendance-text = Den som går in genom sin länk antecknas av sig själv. Vem det är står i listan över anmälningar.
webinar-attendance-taken-in = { $count ->
    [0] Listan är inläst. Alla på den var redan antecknade.
    [one] Listan är inläst. 1 till är antecknad som närvarande.
   *[other] Listan är inläst. { $count } till är antecknade som närvarande.
}
webinar-attendance-gone = Listan finns inte kvar: Den är redan inläst, eller så har det gått mer än ett dygn. Läs in den på nytt om det behövs.
webinar-list-heading = Närvarolista från mötesrummet
webinar-list-text = En del kommer in i mötet på andra sätt än genom sin länk. Hämta närvarolistan från Teams eller Zoom och läs in den här. Du får se vilka vi har hittat innan något läses in, och samma lista kan läsas in flera gånger utan att någon räknas dubbelt.
webinar-list-file = Närvarolista
webinar-list-file-hint = CSV-filen så som den kommer från Teams eller Zoom, på norska, svenska eller engelska.
webinar-list-read = Läs listan
webinar-list-not-yet = Listan kan läsas in när webbinariet har börjat.
webinar-list-refused = Listan kan inte läsas, och inget av den är inläst
webinar-list-empty = Det står ingen på listan. Välj en fil med minst en person.
webinar-list-too-large = Filen är större än 4 MB. En närvarolista är mycket mindre: Är det rätt fil?
webinar-list-too-many = Det står fler än 10 000 på listan. Dela upp den i flera filer.
webinar-list-too-unsure = Så många namn på listan kan vara flera av de anmälda att det blir mer än { $most } att välja mellan. Hämta en lista med e-postadresser, eller dela upp den i flera filer.
webinar-list-encoding = Rad { $line }: Tecknen går inte att läsa. Hämta listan på nytt, eller spara den som ”CSV UTF-8”.
webinar-list-quote = Rad { $line }: Här börjar ett citattecken som aldrig slutar. Hämta listan på nytt.
webinar-list-no-section = Listan saknar delen ”2. Deltagare”. Hämta hela närvarorapporten på nytt.
webinar-list-no-heading = Rad { $line }: Vi hittar inte kolumnernas rubriker. Där måste det stå vilken kolumn som har namnet (”Name”, ”Navn” eller ”Namn”) och vilken som har e-posten.
webinar-list-columns = Rad { $line }: { $found ->
    [one] Här finns 1 kolumn
   *[other] Här finns { $found } kolumner
}, men rubriken har { $expected }.
webinar-list-nameless = Rad { $line }: Här står varken namn eller e-post.
webinar-list-address = Rad { $line }: Det som står i kolumnen för e-post är ingen e-postadress.
webinar-preview-title = Se över närvarolistan
webinar-preview-text = Inget är inläst än.
webinar-preview-listed = Står på listan
webinar-preview-sure = Igenkända på e-posten
webinar-preview-known = Av dem är redan antecknade
webinar-preview-unsure = Är det de här?
webinar-preview-unsure-text = Bara namnet stämmer. Kryssa för dem som var med. Där hela namnet är lika och bara en heter så har vi satt krysset; ta bort det om det är någon annan. Heter flera likadant kan flera av dem ha varit med.
webinar-preview-who = Vem är { $name }?
webinar-preview-take-in = Läs in listan
webinar-preview-drop = Släng listan
webinar-preview-nobody = Inte anmälda
webinar-preview-nobody-text = De här står på listan, men vi hittar dem inte bland de anmälda. De läses inte in.
webinar-organiser-material = Inspelning och bilder
webinar-organiser-evaluation = Utvärdering
webinar-evaluation-title = Vad tyckte du om webbinariet?
webinar-evaluation-anonymous = Svaren läggs ihop till siffror direkt. Arrangören ser siffrorna för fem svar i taget, utan namn, och det som är skrivet. Din länk används bara för att se att ingen svarar två gånger. Du kan hoppa över frågor.
webinar-evaluation-useful = Hur användbart var webbinariet för dig?
webinar-evaluation-practical = Hur fungerade det praktiska: ljud, bild och tid?
webinar-evaluation-recommend = Vill du råda andra att vara med nästa gång?
webinar-evaluation-comment = Vad bör vi göra annorlunda?
webinar-evaluation-comment-hint = Skriv inget som visar vem du eller andra är.
webinar-evaluation-send = Skicka svaren
webinar-evaluation-empty = Svara på minst en av frågorna.
webinar-evaluation-long = Kommentaren kan ha högst 2 000 tecken.
webinar-evaluation-scale-1 = 1, mycket dåligt
webinar-evaluation-scale-2 = 2
webinar-evaluation-scale-3 = 3
webinar-evaluation-scale-4 = 4
webinar-evaluation-scale-5 = 5, mycket bra
webinar-evaluation-recommend-yes = Ja
webinar-evaluation-recommend-maybe = Kanske
webinar-evaluation-recommend-no = Nej
webinar-evaluation-thanks = Tack för svaren
webinar-evaluation-thanks-text = De är hoplagda med svaren från de andra, utan namn.
webinar-evaluation-answered = Du har svarat
webinar-evaluation-answered-text = Det har kommit ett svar genom din länk. Det kan inte ändras, för vi vet inte vilket det är.
webinar-evaluation-early = Du kan inte svara än
webinar-evaluation-early-text = Kom tillbaka när webbinariet har varit.
webinar-evaluation-closed = Det är för sent att svara
webinar-evaluation-closed-text = Svaren samlades in under 30 dagar efter webbinariet.
webinar-evaluation-ask = Säg vad du tyckte
webinar-results-title = Vad deltagarna tyckte
webinar-results-answers = { $count ->
    [0] Ingen har svarat än.
    [one] 1 har svarat.
   *[other] { $count } har svarat.
}
webinar-results-few = Svaren visas när minst { $count } har svarat, så att ingen kan kännas igen.
webinar-results-anonymous = Svaren är hoplagda. Det som är skrivet står i bokstavsordning och hör inte ihop med något annat svar.
webinar-results-steps = Svaren visas { $step } i taget, så att ingen kan se vad det sista var. Det här är de { $count } första.
webinar-results-unread = Det som folk har skrivit kan läsas av dem som får se vilka som är anmälda.
webinar-results-chart = Stapeldiagram: { $question } Siffrorna står i tabellen nedanför.
webinar-results-answer = Svar
webinar-results-count = Antal svar
webinar-results-file = Ladda ner svaren som CSV
webinar-material-heading = Inspelning och bilder
webinar-material-title = Inspelning och bilder
webinar-material-text = Det som står här hittar folk på sidan om webbinariet. Det som bara är för anmälda hittar de bakom sin länk.
webinar-material-before = Det som står här blir synligt när webbinariet är slut: på sidan om webbinariet, eller bakom var och ens länk när det bara är för anmälda.
webinar-material-told = De som fick brevet efter webbinariet innan det fanns något här får ett brev till en halvtimme efter att det första har lagts till. Det som kommer senare skriver vi inte om.
webinar-material-add = Lägg till
webinar-material-kind = Vad är det?
webinar-material-kind-recording = Inspelning
webinar-material-kind-slides = Bilder
webinar-material-name = Titel
webinar-material-audience = Vem är det för?
webinar-material-audience-all = Alla
webinar-material-audience-signed_up = Bara de som är anmälda
webinar-material-link = Adress
webinar-material-link-hint = Där inspelningen eller bilderna ligger. Den börjar med https://
webinar-material-file = Eller en fil
webinar-material-file-hint = PDF, högst 20 MB. Film lägger du ut på ett annat ställe och skriver in adressen till.
webinar-material-save = Lägg till
webinar-material-remove = Ta bort
webinar-material-wrong-kind = Välj om det är inspelning eller bilder.
webinar-material-wrong-audience = Välj vem det är för.
webinar-material-wrong-title = Skriv en titel på en rad, högst 150 tecken.
webinar-material-wrong-link = Adressen måste vara hel och börja med https://
webinar-material-wrong-one = Skriv en adress eller välj en fil, och bara en av delarna.
webinar-material-wrong-pdf = Filen är ingen PDF. Spara bilderna som PDF och försök igen.
webinar-material-wrong-large = Filen är större än 20 MB.
webinar-material-wrong-misnamed = Filen är något annat än namnet säger. Spara om den som PDF.
webinar-material-wrong-script = Filen innehåller skript eller annat som kan köras. Spara den utan, till exempel genom att skriva ut till PDF.
webinar-material-wrong-locked = Filen har lösenord. Spara den utan lösenord.
webinar-material-wrong-damaged = Filen är skadad. Spara om den och försök igen.
webinar-material-wrong-many = Det finns redan 20 här. Ta bort något först.
webinar-settled-heading = Brev efter webbinariet
webinar-settled-text = Brevet till dem som kom och till dem som inte kom skickas { $when }. Är närvaron klar innan dess kan du säga det här. Då går det en kvart senare.
webinar-settled-late = Brevet till dem som kom och till dem som inte kom skulle skickas { $when }. Var ingen noterad som närvarande då har det bara gått till dem som har noterats sedan dess. När närvaron är klar går det till resten en kvart efter att du trycker.
webinar-settled-none = Evenemangsfilen säger att inga brev ska skickas efter webbinariet.
webinar-settled-button = Närvaron är klar, skicka breven
webinar-settled-done = Närvaron är klar sedan { $when }. Breven går en kvart senare.
webinar-organiser-public = Den öppna sidan
webinar-organiser-sign-ups = Anmälningar
webinar-organiser-letters = Brev
webinar-organiser-numbers = Siffror
webinar-organiser-admitted = Har plats
webinar-organiser-waiting = Står på väntelistan
webinar-organiser-places-left = Lediga platser
webinar-organiser-unlimited = Obegränsat
webinar-organiser-joined = Har varit med
webinar-organiser-doors = Mötesrummet
webinar-organiser-doors-text = Deltagarna kommer in från { $from } till { $until }.
webinar-organiser-revision = Utgåva
webinar-meeting-heading = Mötesadress
webinar-meeting-hint = Adressen från den som tillhandahåller mötesrummet. Den står inte i något mejl och ingen kalender, så du kan byta den när som helst utan att någon behöver ett nytt brev.
webinar-meeting-label = Adress till mötesrummet
webinar-meeting-save = Spara mötesadressen
webinar-meeting-saved = Mötesadressen är sparad. Länkarna som deltagarna har fått leder dit nu.
webinar-meeting-wrong = Mötesadressen måste vara en hel adress som börjar med https://
webinar-meeting-moved = Någon annan har ändrat mötesadressen
webinar-meeting-moved-text = Det hände efter att du öppnade sidan. Det du skrev står i fältet och är inte sparat. Om du sparar nu gäller det du skrev. Så här är adressen nu:
webinar-meeting-moved-room = Ingen adress: de möts i rummet som skapas här

# Serier
webinar-series-whole = Anmäl mig till hela serien
webinar-series-whole-text = Anmäl dig en gång, så är du med på alla datum, också dem som kommer senare. Passar inte ett datum hoppar du över det med ett tryck.
webinar-series-ahead = Datum som kommer
webinar-series-past = Datum som har varit
webinar-series-none = Inga datum är bestämda nu.
webinar-series-one = Anmäl mig bara till det här datumet
webinar-series-about = Om serien
webinar-series-part = Webbinariet är ett av flera.
webinar-series-see = Se hela serien
webinar-series-organise = Serien
webinar-series-shared = Gemensamt för datumen
webinar-series-shared-text = Det här får nya datum när inget annat skrivs.
webinar-series-dates = Datumen
webinar-series-new = Nytt datum
webinar-series-first = Serien har inga datum ännu. Det första kommer från en evenemangsfil, och de följande kan göras här.
webinar-series-own = Eget för det här datumet:
webinar-series-edit = Ändra
webinar-part-title = Titel
webinar-part-summary = Sammanfattning
webinar-part-description = Text
webinar-part-start = Klockslag
webinar-part-length = Längd
webinar-part-meeting = Mötesadress
webinar-part-places = Platser
webinar-edit-title = Ändra ett datum
webinar-edit-missing = Skriv texten på det här språket
webinar-edit-too-long = Gör texten kortare. En titel måste stå på en rad.
webinar-edit-start-hint = Till exempel 10:00
webinar-edit-start-wrong = Skriv klockslaget så här: 10:00
webinar-edit-skipped-hour = Klockan ställs fram förbi det här klockslaget den dagen. Välj ett annat.
webinar-edit-minutes-hint = I minuter
webinar-edit-minutes-wrong = Skriv längden i minuter, från 1 till 1440
webinar-edit-capacity-hint = Lämna fältet tomt när det inte finns någon gräns.
webinar-edit-capacity-wrong = Skriv antalet platser, från 1 till 100000, eller lämna fältet tomt
webinar-edit-stale = Någon annan har ändrat serien eller datumet under tiden. Ingenting är sparat. Öppna datumet på nytt från serien och se vad som är nytt.
webinar-edit-not-genuine = Formuläret var för gammalt. Ingenting är sparat. Försök en gång till.
webinar-edit-nothing = ingenting
webinar-edit-before = Före:
webinar-edit-after = Efter:
webinar-edit-preview = Se vad som ändras
webinar-edit-saved = Sparat. De som är anmälda får veta vad som har ändrats för dem.
webinar-scope = Vilka datum gäller ändringarna?
webinar-scope-hint = Datum som har börjat eller är inställda ändras aldrig.
webinar-scope-this = Bara det här datumet
webinar-scope-later = Det här och de som kommer efter, också nya
webinar-scope-all = Alla som inte har börjat, också nya
webinar-scope-is-this = Ändringarna gäller bara det här datumet.
webinar-scope-is-later = Ändringarna gäller det här datumet och de som kommer efter.
webinar-scope-is-all = Ändringarna gäller alla datum som inte har börjat.
webinar-over-own = Ändra också det som andra datum har för sig själva
webinar-changes-title = Det här ändras
webinar-changes-same = Ingenting ändras.
webinar-changes-kept = Det här står kvar, eftersom datumet har sitt eget:
webinar-changes-told = De som är anmälda får meddelande och ny kalenderinbjudan om det som gäller dem. Om en ny mötesadress går inga brev.
webinar-changes-save = Spara ändringarna
webinar-changes-back = Ändra mer
webinar-new-text = Datumet får samma som serien när du inte skriver något annat. Frågor, påminnelser och tidsgränser är som för det senaste datumet. De som är anmälda till hela serien bjuds in genast.
webinar-new-day = Datum
webinar-new-day-wrong = Skriv ett datum som finns, till exempel 16 3 2027
webinar-new-past = Datumet har varit. Välj ett som kommer.
webinar-new-submit = Publicera datumet
webinar-minutes = { $count ->
    [one] { $count } minut
   *[other] { $count } minuter
}
