# Conferences: programme, sessions, speakers.

# De öppna sidorna
conference-public-pages = Sidor om konferensen
conference-public-to-event = Om konferensen
conference-public-to-programme = Program
conference-public-to-now = Nu och nästa
conference-public-to-changes = Ändringar
conference-public-back-to-event = Till sidan om konferensen
conference-public-back-to-programme = Till programmet
conference-public-when = När
conference-public-where = Var
conference-public-online = Digitalt
conference-public-both = { $venue }, och digitalt
conference-public-streamed = även digitalt
conference-public-municipality = Värdkommun
conference-public-price = Pris
conference-public-organisers = { $count ->
    [one] Arrangör
   *[other] Arrangörer
}
conference-public-deadline = Sista anmälningsdag
conference-public-about = Om konferensen
conference-public-about-session = Om det här passet
conference-public-forms = Så kan du delta
conference-public-programme = Program
conference-public-programme-of = Program för { $title }
conference-public-whole-programme = Se hela programmet
conference-public-no-programme = Programmet är inte klart än. Det kommer här.
conference-public-version = Version { $number } av programmet kom { $date }.
conference-public-speakers = Medverkande
conference-public-taking-part = De som medverkar
conference-public-takes-part-in = Medverkar i
conference-public-moderates = moderator
conference-public-questions = Frågor?
conference-public-ask = Fråga { $name }:
conference-public-call = Har du något att berätta?
conference-public-call-send = Skicka in förslag
conference-public-call-read = Se vad vi söker
conference-public-editions = Andra år
conference-public-sign-up = Anmäl mig
conference-public-wait = Sätt mig på väntelistan
conference-public-places-left = { $count ->
    [one] 1 ledig plats
   *[other] { $count } lediga platser
}
conference-public-full-short = Fullt
conference-public-full-with-list-short = Fullt, väntelista
conference-public-full-with-list = { $waiting ->
    [0] Fullt. Du kan ställa dig på väntelistan.
    [one] Fullt. Du kan ställa dig på väntelistan. Där står det 1 nu.
   *[other] Fullt. Du kan ställa dig på väntelistan. Där står det { $waiting } nu.
}
conference-public-conference-full = Konferensen är fullbokad.
conference-public-conference-full-with-list = { $waiting ->
    [0] Konferensen är fullbokad, men du kan ställa dig på väntelistan.
    [one] Konferensen är fullbokad, men du kan ställa dig på väntelistan. Där står det 1 nu.
   *[other] Konferensen är fullbokad, men du kan ställa dig på väntelistan. Där står det { $waiting } nu.
}
conference-public-early = Anmälan öppnar { $when }.
conference-public-closed = Anmälan är stängd. Fråga arrangören om det finns plats.
conference-public-going-on = Konferensen pågår och anmälan är stängd.
conference-public-over = Konferensen är över.
conference-public-cancelled = Konferensen är inställd.
conference-public-cancelled-short = Inställt
conference-public-today = Konferensen pågår i dag.
conference-public-see-now = Se vad som händer nu
conference-public-chooses = I anmälan väljer du också bland pass med begränsat antal platser.
conference-public-chosen = Kräver anmälan
conference-public-chosen-text = Det här passet väljer du när du anmäler dig till konferensen. Är du redan anmäld kan du välja det på sidan med din anmälan.
conference-public-given-several = Passet ges { $count } gånger. Välj det som passar bäst.
conference-public-calendar = Lägg till i kalendern
conference-public-calendar-whole = Hela programmet till kalendern
conference-public-calendar-hint = Din egen länk till sändningen kommer i kalendern först när du är anmäld för att delta digitalt.
conference-public-views = Visa programmet
conference-public-by-day = Efter dag
conference-public-by-track = Efter spår
conference-public-by-room = Efter lokal
conference-public-no-track = Utanför spåren
conference-public-on-this-page = På den här sidan
conference-public-search-label = Sök i programmet
conference-public-search = Sök
conference-public-found = { $count ->
    [one] 1 träff på ”{ $asked }”
   *[other] { $count } träffar på ”{ $asked }”
}
conference-public-found-nothing = Vi hittade inget. Prova färre eller andra ord.
conference-public-found-more = Här är de { $shown } första. Skriv fler ord för att hitta färre.
conference-public-kind-plenary = Gemensamt för alla
conference-public-kind-parallel = Parallellt pass
conference-public-kind-workshop = Workshop
conference-public-kind-site-visit = Studiebesök
conference-public-kind-break = Paus
conference-public-kind-social = Socialt
conference-public-access = Tillgänglighet
conference-public-access-hearing-loop = Hörslinga
conference-public-access-sign-language = Teckenspråkstolk
conference-public-access-captions = Skrivtolkning
conference-public-access-step-free = Stegfri entré
conference-public-now-title = Nu och nästa
conference-public-now = Nu
conference-public-next = Nästa
conference-public-nothing-now = Det är inget på programmet just nu.
conference-public-not-begun = Konferensen har inte börjat än.
conference-public-last = Det här är det sista på programmet. Tack för den här gången!
conference-public-again = Visa igen
conference-public-changes-title = Ändringar i programmet
conference-public-version-number = Version { $number }
conference-public-first-version = Programmet lades ut för första gången.
conference-public-no-changes = Inga pass har ändrats.
conference-public-older-versions = Äldre versioner
conference-public-change-removed = Utgår
conference-public-change-moved = Flyttat
conference-public-change-added = Ny
conference-public-change-edited = Ändrat
conference-public-slot-now = Nu:
conference-public-slot-before = Tidigare:

# Vägen in i sändningen
conference-public-join-title = Delta i { $title }
conference-public-join = Delta
conference-public-join-text = Sändningen är öppen. Tryck på knappen så kommer du direkt in.
conference-public-join-personal = Länken är bara till dig. Dela den inte med andra: De kan anmäla sig själva.
conference-public-door-early = Sändningen är inte öppen än
conference-public-door-early-text = Du kan delta från { $when }. Kom tillbaka hit då.
conference-public-door-again = Försök igen
conference-public-door-over = Konferensen är över
conference-public-door-over-text = Tack för att du ville vara med. Vi hoppas att vi ses en annan gång.
conference-public-door-waiting = Du står på väntelistan
conference-public-door-waiting-text = Du har ingen plats än. Vi skriver till dig så snart det finns en plats till dig.
conference-public-door-withdrawn = Du är avanmäld
conference-public-door-withdrawn-text = Därför gäller länken inte längre. Vill du ändå vara med kan du anmäla dig igen.
conference-public-door-in-person = Du är anmäld för att vara på plats
conference-public-door-in-person-text = Vill du hellre delta digitalt kan du byta på sidan med din anmälan, så länge det finns plats. Länken dit står i mejlet du fick.
conference-public-door-offline = Konferensen sänds inte digitalt
conference-public-door-offline-text = Fråga arrangören om du trodde att det gick att delta digitalt.
conference-public-door-cancelled-text = Du behöver inte göra något med anmälan.
conference-public-door-unknown = Länken fungerar inte
conference-public-door-unknown-text = Den kan vara fel, eller så har den bytts ut. Använd länken i det senaste mejlet du fick om konferensen.

# Inbjudan att bidra
conference-call-page = Skicka in förslag till { $title }
conference-call-early = Du kan skicka in förslag från { $when }.
conference-call-open = Du kan skicka in förslag till { $when }.
conference-call-over = Tiden för att skicka in förslag är ute.
conference-call-received = Vi har fått ditt förslag
conference-call-received-text = Tack! Vi har skickat dig ett mejl. Där finns länken som du använder när du vill ändra eller dra tillbaka förslaget.
conference-call-trapped = Ett fält som ska vara tomt var ifyllt. Titta igenom formuläret och skicka det en gång till.
conference-call-not-genuine = Vi kunde inte se om formuläret kom från vår sida. Det du skrev står kvar. Skicka det en gång till.
conference-call-sent-before = Du har redan skickat in det här formuläret, men med en annan text. Vill du ändra förslaget använder du länken i mejlet. Skickar du en gång till blir det ett nytt förslag.
conference-call-closed-meanwhile = Vi tar inte emot fler förslag eller ändringar nu. Det du skrev är inte sparat.
conference-call-about-proposal = Om förslaget
conference-call-title = Titel
conference-call-summary = Vad handlar det om?
conference-call-summary-hint = Berätta vad deltagarna får veta eller göra. Om förslaget antas använder vi texten i programmet.
conference-call-kind = Form
conference-call-track = Spår
conference-call-no-track = Vet inte
conference-call-people = De som ska medverka
conference-call-people-text = Lämna raderna tomma om du är ensam.
conference-call-you = Du som skickar in
conference-call-person = Medverkande { $number }
conference-call-name = Namn
conference-call-email = E-post
conference-call-email-others = Behövs först om förslaget antas. Då får de en egen länk.
conference-call-organisation = Organisation
conference-call-role = Roll eller befattning
conference-call-consents = Ja, ni får visa mitt namn och texten i programmet
conference-call-consents-hint = Gäller bara dig, och bara om förslaget antas. Du kan dra tillbaka samtycket när du vill.
conference-call-privacy = { $organisation } använder uppgifterna för att bedöma förslaget och svara dig. De andra som planerar konferensen ser dem också.
conference-call-kept = Förslag som inte tas med raderar vi senast { $date }.
conference-call-send = Skicka in
conference-call-title-missing = Skriv en titel.
conference-call-summary-missing = Berätta vad det handlar om.
conference-call-kind-missing = Välj en form.
conference-call-track-wrong = Spåret finns inte längre. Välj ett annat.
conference-call-name-missing = Skriv namnet.
conference-call-email-missing = Skriv din e-postadress så att vi kan svara dig.
conference-call-email-wrong = Skriv adressen så här: kari@kommun.se
conference-call-answer-missing = Svara på frågan.
conference-call-too-long = Texten är för lång. Använd högst { $most } tecken.
conference-call-own = Ditt förslag
conference-call-saved = Ändringarna är sparade.
conference-call-stale = Andra har ändrat det här
conference-call-stale-text = Det hände efter att du öppnade sidan. I formuläret står det du skrev. Sparar du nu gäller det. Så här är det just nu:
conference-call-is-received = Vi bedömer förslaget.
conference-call-is-accepted = Förslaget är antaget.
conference-call-is-declined = Förslaget är inte antaget.
conference-call-is-withdrawn = Förslaget är återkallat.
conference-call-is-withdrawn-text = Vi har raderat det som stod i det.
conference-call-sent-in = Det kom in { $when }.
conference-call-mendable = Du kan ändra det till { $when }.
conference-call-keep = Spara
conference-call-withdraw = Dra tillbaka förslaget
conference-call-withdraw-text = Då raderar vi allt som står i det, på en gång.
conference-call-withdraw-sure = Ja, jag vill dra tillbaka förslaget
conference-call-withdraw-sure-missing = Kryssa för att du vill dra tillbaka förslaget.
conference-call-answered-meanwhile = Förslaget är redan besvarat. Kontakta arrangören.
conference-call-proposals = Förslag
conference-call-see-page = Se sidan där förslagen skickas in
conference-call-none = Ni har inte bett om förslag ännu. Ange tiderna nedan, så är sidan öppen från dess.
conference-call-no-proposals = Ingen har skickat in något ännu.
conference-call-from = Från
conference-call-and-others = och { $count } till
conference-call-state = Status
conference-call-state-received = Inte besvarat
conference-call-state-accepted = Antaget
conference-call-state-declined = Inte antaget
conference-call-reviews = Bedömningar
conference-call-average = Snitt
conference-call-tenths = { $whole },{ $tenths }
conference-call-average-text = Du ser snittet när du har gjort din egen bedömning.
conference-call-you-close = du är jävig
conference-call-not-yours = du har inte bedömt
conference-call-setup = När och vad ni ber om
conference-call-opens = Öppnar
conference-call-opens-time = Öppnar klockan
conference-call-closes = Stänger
conference-call-closes-time = Stänger klockan
conference-call-closes-before-opening = Sista tiden måste vara efter att det öppnar.
conference-call-text = Det ni ber om
conference-call-text-missing = Skriv vad ni ber om, på minst ett språk.
conference-call-questions = Egna frågor
conference-call-questions-text = Lämna en fråga tom för att ta bort den. Svar som har kommit in på den visas då inte.
conference-call-question = Fråga { $number }
conference-call-question-required = Fråga { $number } måste besvaras
conference-call-to-session = Se passet i utkastet
conference-call-to-speaker = se medverkande
conference-call-came = Kom in
conference-call-mended = ändrat { $when }
conference-call-consented = Den som skickade in vill gärna visas i programmet.
conference-call-your-review = Din bedömning
conference-call-score = Betyg
conference-call-score-hint = 5 är bäst.
conference-call-score-missing = Välj ett betyg, eller kryssa för att du är jävig.
conference-call-comment = Kommentar till de andra i kommittén
conference-call-comment-long = Texten är för lång. Använd högst 4000 tecken.
conference-call-conflict = Jag är jävig
conference-call-conflict-hint = Då kan du inte ge betyg, se vad de andra tycker eller svara på förslaget. Det kan inte ändras.
conference-call-conflict-said = Du har sagt att du är jävig.
conference-call-keep-review = Spara bedömningen
conference-call-reviews-of-others = Vad de andra tycker
conference-call-hidden = { $count ->
    [0] Ingen har gett betyg ännu.
    [one] 1 har gett betyg. Du ser det när du har gett ditt.
   *[other] { $count } har gett betyg. Du ser dem när du har gett ditt.
}
conference-call-hidden-close = Du är jävig och ser dem inte.
conference-call-is-close = Jävig
conference-call-answer = Svar
conference-call-note = Hälsning från er i brevet
conference-call-note-hint = Den som skickade in får svaret med e-post direkt.
conference-call-accept = Anta till programmet
conference-call-decline = Tacka nej
conference-call-too-close = Du är jävig, så andra måste svara.
conference-call-answered-already = Förslaget är redan besvarat.
conference-call-nothing-done = Vi förstod inte vad du ville göra. Försök en gång till.
conference-call-back = Till alla förslag

# Sidan för den som medverkar, och filerna till passen
conference-speaker-page = Din sida som medverkande
conference-speaker-slots = När du medverkar
conference-speaker-slots-text = Vi skriver till dig om något ändras.
conference-speaker-no-slots = Tiderna är inte klara. Vi skriver till dig när programmet är publicerat.
conference-speaker-consent = Vad andra får se
conference-speaker-shown = Du sa { $when } ja till att vi visar namn, text, bild och presentation på de öppna sidorna.
conference-speaker-hidden = Du nämns inte på de öppna sidorna. Om du vill visar vi namn, text, bild och presentation från dig.
conference-speaker-agree = Ja, visa mig i programmet
conference-speaker-withdraw = Visa mig inte längre
conference-speaker-text = Det som står om dig
conference-speaker-languages = Skriv på de språk du vill. Andra ser det språk som ligger närmast deras.
conference-speaker-biography = Om dig
conference-speaker-photo = Bild
conference-speaker-alt = Vad visar bilden?
conference-speaker-alt-hint = För dem som inte ser den. Till exempel: Kari Nes ler framför stadshuset.
conference-speaker-alt-missing = Skriv vad bilden visar.
conference-speaker-new-photo = Välj en bild
conference-speaker-photo-hint = JPEG, PNG eller WebP, högst 5 MB. Vi gör den mindre och tar bort uppgifter om var den är tagen.
conference-speaker-send-photo = Ladda upp bilden
conference-speaker-remove-photo = Ta bort bilden
conference-speaker-slides = Presentationer
conference-speaker-session = Pass
conference-speaker-session-missing = Välj ett pass.
conference-speaker-new-slides = Välj en fil
conference-speaker-slides-hint = PDF, PowerPoint (.pptx) eller OpenDocument (.odp), högst 20 MB, utan makron och skript. PDF kan flest läsa.
conference-speaker-send-slides = Ladda upp filen
conference-speaker-remove-slides = Ta bort ”{ $title }”
conference-speaker-slides-later = Du kan ladda upp presentationer när programmet är publicerat.
conference-speaker-erase = Radera allt om mig
conference-speaker-erase-text = Då raderar vi namn, text, bild och presentationer, och länken slutar fungera. Dina pass står kvar utan namn, så kom överens med arrangören först om du ska medverka.
conference-speaker-erase-sure = Ja, radera allt om mig
conference-speaker-erase-sure-missing = Kryssa för att du vill radera allt.
conference-speaker-erased = Allt om dig är raderat
conference-speaker-erased-text = Länken fungerar inte längre.
conference-speaker-saved-text = Texten är sparad.
conference-speaker-saved-consent = Ditt val är sparat och gäller genast.
conference-speaker-saved-photo = Bilden är uppdaterad.
conference-speaker-saved-slides = Presentationerna är uppdaterade.
conference-speaker-line-long = Texten är för lång. Använd högst 150 tecken.
conference-speaker-text-long = Texten är för lång. Använd högst 5000 tecken.
conference-speaker-file-missing = Välj en fil. Har du redan gjort det måste du välja den på nytt.
conference-speaker-file-photo-large = Bilden är större än 5 MB. Välj en mindre.
conference-speaker-file-slides-large = Filen är större än 20 MB. Gör bilderna i den mindre, eller spara den som PDF.
conference-speaker-file-markup = Filen är en webbsida eller en SVG-teckning, och sådana tar vi inte emot. Spara den som en vanlig bild eller som PDF.
conference-speaker-file-no-photo = Filen är inte en bild av typen JPEG, PNG eller WebP.
conference-speaker-file-pixels = Bilden har för många bildpunkter. Gör den mindre, till exempel 2000 punkter bred.
conference-speaker-file-no-slides = Filen är inte PDF, PowerPoint (.pptx) eller OpenDocument (.odp).
conference-speaker-file-misnamed = Filen är något annat än namnet säger. Spara den på nytt som PDF, .pptx eller .odp.
conference-speaker-file-film = Vi tar inte emot film här. Lägg filmen på en filmtjänst och ge arrangören länken.
conference-speaker-file-script = Filen innehåller makron, skript eller något annat som kan köras. Spara den utan, till exempel genom att skriva ut till PDF.
conference-speaker-file-locked = Filen är låst med lösenord. Spara den utan.
conference-speaker-file-damaged = Filen är skadad, eller gjord på ett sätt vi inte kan läsa. Spara den på nytt.
conference-speaker-file-many = Det är för många filer. Ta bort en först.
conference-speaker-kilobytes = { $size } kB
conference-speaker-megabytes = { $size } MB
conference-speaker-recording = inspelning
conference-speaker-documents = Presentationer och inspelningar
conference-speaker-document = Fil
conference-speaker-by = Från
conference-speaker-remove = Ta bort
conference-speaker-not-shown = visas inte
conference-speaker-no-documents = Det finns inga presentationer eller inspelningar ännu.
conference-speaker-add-recording = Lägg till inspelning
conference-speaker-title = Vad ska det heta?
conference-speaker-title-missing = Skriv vad inspelningen ska heta.
conference-speaker-link = Adress
conference-speaker-link-hint = Där filmen ligger. Se till att den är textad.
conference-speaker-link-wrong = Skriv en adress som börjar med https://.

# Planering: sidorna för dem som gör programmet
conference-plan-back = Till översikten
conference-plan-overview = Konferensen
conference-plan-programme = Program
conference-plan-speakers = Medverkande
conference-plan-places = Platser och dagar
conference-plan-release = Ge ut
conference-plan-versions = Utgåvor
conference-plan-sign-ups = Anmälningar
conference-plan-letters = Brev
conference-plan-public = Den öppna sidan
conference-plan-saved = Ändringen är sparad i utkastet. Ingen annan ser den innan programmet ges ut.
conference-plan-keep = Spara
conference-plan-required = Måste finnas
conference-plan-yes = Ja
conference-plan-no = Nej

# Översikten
conference-plan-when = När
conference-plan-where = Var
conference-plan-organisers = Arrangörer
conference-plan-deadline = Sista anmälningsdag
conference-plan-cancelled = Konferensen är inställd.
conference-plan-numbers = Siffror
conference-plan-admitted = Har plats
conference-plan-places-left = Lediga platser
conference-plan-unlimited = Inte begränsat
conference-plan-waiting = Står på väntelista
conference-plan-joined = Har varit med digitalt
conference-plan-newest = Senaste utgåvan
conference-plan-version = Utgåva { $number }
conference-plan-none-released = Programmet är inte utgivet än.
conference-plan-due = Ges ut
conference-plan-draft = Utkastet
conference-plan-draft-same = Likt den senaste utgåvan
conference-plan-draft-differs = { $people ->
    [0] Har ändringar som inte är utgivna. Ingen som har plats berörs.
    [one] Har ändringar som inte är utgivna. 1 person berörs.
   *[other] Har ändringar som inte är utgivna. { $people } personer berörs.
}
conference-plan-sessions = Pass
conference-plan-sessions-text = { $count } totalt, { $unplaced } utan tid
conference-plan-warnings-more = Och { $count } till.
conference-plan-warnings-name = Varningar
conference-plan-to-programme = Till programmet
conference-plan-to-release = Se vad en ny utgåva ändrar
conference-plan-meeting-heading = Mötesadress
conference-plan-meeting-label = Adressen till sändningen
conference-plan-meeting-hint = Adressen står inte i något mejl eller någon kalender, så du kan byta den när som helst.
conference-plan-meeting-save = Spara mötesadressen
conference-plan-meeting-saved = Mötesadressen är sparad. Länkarna som deltagarna har fått leder dit nu.
conference-plan-meeting-wrong = Mötesadressen måste vara en hel adress som börjar med https://
conference-plan-municipality = Värdkommun
conference-plan-municipality-label = Kommunen som är värd
conference-plan-municipality-hint = Namn eller kommunkod, till exempel Kristinehamn. Står på sidan om konferensen. Tomt när det inte finns någon.
conference-plan-municipality-save = Spara värdkommunen
conference-plan-municipality-saved = Värdkommunen är sparad.
conference-plan-municipality-unknown = Vi känner inte till någon kommun med det namnet. Se över stavningen.
conference-plan-municipality-several = Flera kommuner kan vara menade. Skriv en av dem: { $names }
conference-plan-municipality-stale = Någon annan har ändrat värdkommunen till { $names }. Spara en gång till om det du skrev ska gälla.

# Programmet för en dag
conference-plan-programme-of = Program för { $title }
conference-plan-draft-text = Det här är utkastet. Bara ni som planerar ser det.
conference-plan-others = Någon annan har också ändrat programmet sedan du öppnade det.
conference-plan-show-anew = Visa det som det är nu
conference-plan-refused = Ändringen gjordes inte.
conference-plan-days = Dagar
conference-plan-no-days = Det finns inga dagar än.
conference-plan-no-rooms = Det finns inga rum än.
conference-plan-to-places = Lägg till platser, rum och dagar
conference-plan-new-session = Nytt pass
conference-plan-new-placement = Placera något
conference-plan-warnings = { $count ->
    [one] 1 sak att se över
   *[other] { $count } saker att se över
}
conference-plan-online = Digitalt
conference-plan-without-room = Utan rum
conference-plan-time = Tid
conference-plan-holds = { $places ->
    [one] 1 plats
   *[other] { $places } platser
}
conference-plan-add-here = Lägg till något: { $room } kl. { $time }
conference-plan-add-in = Lägg till något: { $room }
conference-plan-empty-room = Inget den här dagen.
conference-plan-untitled = Utan namn
conference-plan-block = Reserverat, utan pass
conference-plan-flag = Varning { $number }: { $what }
conference-plan-change = Ändra
conference-plan-change-of = Ändra { $title }
conference-plan-earlier = 15 min tidigare
conference-plan-later = 15 min senare
conference-plan-longer = 15 min längre
conference-plan-shorter = 15 min kortare
conference-plan-to-room = Till { $room }
conference-plan-duplicate = Kopiera
conference-plan-remove = Ta bort
conference-plan-to-session = Till passet
conference-plan-keys = Dra ett pass med musen för att flytta det, eller i nederkanten för att göra det längre. Med tangentbordet: Tryck M på länken till passet, flytta med piltangenterna, Skift och pil upp eller ner ändrar längden, Enter sparar och Escape ångrar.
conference-plan-script-move = Flytta med piltangenterna. Enter sparar, Escape ångrar.
conference-plan-script-at = till
conference-plan-script-kept = Inte ändrat.
conference-plan-unplaced = Utan tid än
conference-plan-all-placed = Alla pass har fått en tid.
conference-plan-place = Placera
conference-plan-place-of = Placera { $title }
conference-plan-kind-plenary = Gemensamt
conference-plan-kind-parallel = Parallellt pass
conference-plan-kind-workshop = Workshop
conference-plan-kind-site_visit = Studiebesök
conference-plan-kind-break = Paus
conference-plan-kind-social = Socialt
conference-plan-attendance-in_person = På plats
conference-plan-attendance-online = Digitalt
conference-plan-attendance-both = På plats och digitalt
conference-plan-need-hearing_loop = Hörslinga
conference-plan-need-sign_language = Teckenspråkstolk
conference-plan-need-captions = Skrivtolkning
conference-plan-need-step_free = Trappfri väg
conference-plan-needed-none = Inte efterfrågat
conference-plan-needed-needed = Behövs, inte ordnat
conference-plan-needed-answered = Ordnat
conference-plan-answered = ordnat
conference-plan-unanswered = inte ordnat

# Varningar
conference-plan-warn-room-twice = { $room } används till båda samtidigt.
conference-plan-warn-speaker-twice = { $name } ska vara på båda samtidigt.
conference-plan-warn-speaker-away = { $name } kan inte då.
conference-plan-warn-too-far = { $name } måste gå i { $walk } minuter, och har { $minutes }.
conference-plan-warn-over-room = Passet har { $places } platser, och rummet rymmer { $room }.
conference-plan-warn-too-many = { $people } kommer, och rummet rymmer { $room }.
conference-plan-warn-outside-days = Är inte på någon av programmets dagar.
conference-plan-warn-outside-opening = Är utanför öppettiden.
conference-plan-warn-title-missing = Saknar namn på { $languages }.
conference-plan-warn-description-missing = Saknar beskrivning på { $languages }.
conference-plan-warn-need = Behövs och är inte ordnat: { $need }.
conference-plan-short-room-twice = rummet används
conference-plan-short-speaker-twice = medverkande på två ställen
conference-plan-short-speaker-away = medverkande kan inte
conference-plan-short-too-far = för kort tid att gå
conference-plan-short-over-room = fler platser än rummet
conference-plan-short-too-many = för många för rummet
conference-plan-short-outside-days = utanför dagarna
conference-plan-short-outside-opening = utanför öppettiden
conference-plan-short-need = tillgänglighet

# Vad som är fel
conference-plan-ends-before-start = Slutet måste vara efter början.
conference-plan-skipped = Den tiden finns inte: Klockan ställs fram den natten.
conference-plan-no-such-day = Dagen är inte en av programmets dagar.
conference-plan-room-wrong = Välj ett rum i listan, eller ”Utan rum”.
conference-plan-session-wrong = Passet finns inte längre.
conference-plan-track-wrong = Välj ett spår i listan.
conference-plan-name-missing = Skriv ett namn.
conference-plan-day-twice = Den dagen finns redan i programmet.
conference-plan-date-wrong = Skriv datumet så här: 2027-05-11.
conference-plan-clock-wrong = Skriv tiden så här: 09.30.
conference-plan-closes-before-opening = Dagen måste sluta efter att den börjar.
conference-plan-taken = Formuläret är redan använt. Öppna sidan igen.
conference-plan-gone = Någon annan har tagit bort det.
conference-plan-in-use = Det används i programmet. Flytta eller ta bort det som är placerat där först.
conference-plan-capacity-wrong = Antalet platser måste vara ett heltal över 0, eller tomt.
conference-plan-minutes-wrong = Skriv minuterna som ett heltal, högst 600.
conference-plan-email-wrong = E-postadressen måste innehålla @, till exempel kari@kommun.se
conference-plan-times-wrong = Skriv tiderna så här: 09.30. Slutet måste vara efter början.
conference-plan-note-missing = Skriv vad tiden är reserverad för.
conference-plan-due-wrong = Välj en tidpunkt som inte har varit, till exempel 09.30.
conference-plan-speaks = Personen finns i programmet, i utkastet eller i den senaste utgåvan. Ta bort namnet där och ge ut programmet först.

# Tid och rum
conference-plan-what = Vad
conference-plan-what-hint = Ett pass, eller tid som är reserverad för något som inte står i programmet.
conference-plan-note = Reserverat för
conference-plan-note-hint = Till exempel riggning. Bara ni som planerar ser det. Lämna tomt för ett pass.
conference-plan-day = Dag
conference-plan-from = Från
conference-plan-to = Till
conference-plan-clock-hint = Till exempel 09.30
conference-plan-next-day = Slutar efter midnatt
conference-plan-room = Rum
conference-plan-holders = { $count ->
    [one] 1 person har plats här.
   *[other] { $count } personer har plats här.
}
conference-plan-more = Mer
conference-plan-duplicate-long = Ge passet en gång till, direkt efter
conference-plan-remove-long = Ta bort från programmet
conference-plan-remove-text = Passet ligger kvar utan tid. De som har plats förlorar den först när du ger ut programmet, och du får se vem det gäller innan dess.
conference-plan-remove-block-text = Tiden blir ledig.

# Ett pass
conference-plan-given = När passet ges
conference-plan-not-placed = Passet har inte fått någon tid än.
conference-plan-place-again = Placera en gång till
conference-plan-field-title = Namn
conference-plan-field-description = Beskrivning
conference-plan-description-hint = Vanlig text. En tom rad mellan styckena.
conference-plan-field-kind = Typ
conference-plan-field-track = Spår
conference-plan-no-track = Utan spår
conference-plan-field-attendance = Deltagande
conference-plan-field-chosen = Deltagarna väljer det här passet
conference-plan-chosen-hint = Då har det egna platser. Annars kan alla komma.
conference-plan-field-capacity = Platser
conference-plan-capacity-hint = Bara när det är färre än rummet rymmer.
conference-plan-field-speakers = Medverkande och moderatorer
conference-plan-speakers-hint = Namnen kommer från sidan
conference-plan-speaker-number = Person { $number }
conference-plan-nobody = Ingen
conference-plan-part = Uppgift
conference-plan-part-speaks = Medverkar
conference-plan-part-moderates = Modererar
conference-plan-moderates = { $name } (moderator)
conference-plan-field-needs = Tillgänglighet
conference-plan-add-session = Lägg till passet
conference-plan-remove-session = Radera passet
conference-plan-remove-session-text = { $count ->
    [0] Texterna försvinner ur utkastet.
    [one] Texterna och tiden försvinner ur utkastet.
   *[other] Texterna och de { $count } tiderna försvinner ur utkastet.
}

# När två har ändrat samma sak
conference-plan-conflict = Någon annan har ändrat samma sak
conference-plan-conflict-text = ”{ $name }” har ändrats sedan du öppnade sidan. Inget är överskrivet. Välj vad som ska gälla.
conference-plan-conflict-remove = ”{ $name }” har ändrats sedan du öppnade sidan. Se om du fortfarande vill göra samma sak.
conference-plan-conflict-both = Som det är nu, och som du ville ha det
conference-plan-conflict-field = Fält
conference-plan-conflict-now = Som det är nu
conference-plan-conflict-wanted = Som du ville ha det
conference-plan-conflict-mine = Använd min ändring
conference-plan-conflict-theirs = Behåll det som det är nu
conference-plan-conflict-go-on = Gör det ändå
conference-plan-field-time = Tid
conference-plan-field-room = Rum
conference-plan-field-note = Reserverat för
conference-plan-field-name = Namn
conference-plan-field-address = Adress
conference-plan-field-date = Datum
conference-plan-field-opens = Öppnar
conference-plan-field-closes = Stänger
conference-plan-field-walks = Gångtid

# Platser och dagar
conference-plan-date = Datum
conference-plan-date-hint = Till exempel 2027-05-11
conference-plan-day-title = Vad dagen heter
conference-plan-new-day = Ny dag
conference-plan-add-day = Lägg till dagen
conference-plan-remove-day = Ta bort dagen
conference-plan-venues = Platser och rum
conference-plan-new-venue = Ny plats
conference-plan-add-venue = Lägg till platsen
conference-plan-remove-venue = Ta bort platsen
conference-plan-new-room = Nytt rum
conference-plan-room-of = Rum: { $name }
conference-plan-room-name = Namn ({ $language })
conference-plan-room-capacity = Hur många rummet rymmer
conference-plan-room-capacity-hint = Tomt när det inte finns någon gräns.
conference-plan-remove-room = Ta bort rummet
conference-plan-walks = Gångtid mellan platserna
conference-plan-walks-text = Minuter att gå. Programmet varnar när det är för kort tid mellan två pass.
conference-plan-way = { $from } – { $to }
conference-plan-tracks = Spår
conference-plan-new-track = Nytt spår
conference-plan-add-track = Lägg till spåret
conference-plan-remove-track = Ta bort spåret
conference-plan-colour = Färg
conference-plan-colour-number = Färg { $number }

# Medverkande
conference-plan-new-speaker = Ny medverkande
conference-plan-no-speakers = Det finns inga medverkande än.
conference-plan-organisation = Organisation
conference-plan-lacks = Saknas
conference-plan-lacks-email = e-postadress
conference-plan-lacks-consent = samtycke
conference-plan-email = E-postadress
conference-plan-email-hint = Dit skickar vi tid och plats när programmet ges ut.
conference-plan-letters-in = Brev på
conference-plan-role = Titel eller roll
conference-plan-biography = Presentation
conference-plan-consents = Har sagt ja till att namn, presentation och bild visas
conference-plan-consents-hint = Utan samtycke visas personen inte på de öppna sidorna.
conference-plan-consented = Sa ja { $when }.
conference-plan-unavailable = Kan inte
conference-plan-unavailable-hint = Utan klockslag gäller det hela dagen.
conference-plan-day-number = Dag { $number }
conference-plan-no-day = Ingen dag
conference-plan-add-speaker = Lägg till medverkande
conference-plan-remove-speaker = Radera medverkande
conference-plan-remove-speaker-text = Alla uppgifter om personen raderas.
conference-plan-speaks-in = Medverkar i:
conference-plan-to-speakers = Till medverkande
conference-plan-speaker-conflict = Så här är det nu. I formuläret nedan står det du skrev. Spara för att använda det, eller behåll det som är.

# Att ge ut programmet
conference-plan-release-newest = Utgåva { $number } är den som alla ser nu.
conference-plan-release-first = Programmet har inte getts ut förut. När du gör det kan alla se det.
conference-plan-release-due = Utkastet ges ut { $when }, som det är då.
conference-plan-unschedule = Ge inte ut det då
conference-plan-release-changed = Utkastet har ändrats sedan du tittade på det. Gå igenom ändringarna en gång till.
conference-plan-affected = Vilka som berörs
conference-plan-affected-people = { $count ->
    [one] 1 person som har plats berörs.
   *[other] { $count } personer som har plats berörs.
}
conference-plan-affected-losing = { $count ->
    [one] 1 plats går förlorad, för att passet inte ges eller rummet är för litet.
   *[other] { $count } platser går förlorade, för att passet inte ges eller rummet är för litet.
}
conference-plan-affected-clashing = { $count ->
    [one] 1 person får två pass som krockar:
   *[other] { $count } personer får två pass som krockar:
}
conference-plan-affected-text = Var och en får ett brev som säger vad som är nytt för dem. De med två pass som krockar får en tid på sig att välja.
conference-plan-affected-nobody = Ingen som har plats i ett pass berörs.
conference-plan-people = { $count ->
    [one] 1 person
   *[other] { $count } personer
}
conference-plan-differences = Ändringar
conference-plan-no-differences = Utkastet är likt det som alla ser.
conference-plan-session = Pass
conference-plan-what-happens = Vad som händer
conference-plan-have-place = Har plats
conference-plan-change-added = Ny
conference-plan-change-moved = Flyttad
conference-plan-change-removed = Ges inte längre
conference-plan-change-edited = Andra uppgifter
conference-plan-was = Förut:
conference-plan-becomes = Nu:
conference-plan-lose = { $count ->
    [one] 1 förlorar platsen.
   *[other] { $count } förlorar platsen.
}
conference-plan-only-places = { $count ->
    [one] Det finns bara 1 plats nu.
   *[other] Det finns bara { $count } platser nu.
}
conference-plan-release-do = Ge ut programmet
conference-plan-public-note = Det ni säger om utgåvan
conference-plan-public-note-hint = Alla kan läsa det, tillsammans med ändringarna. Får vara tomt.
conference-plan-when-release = När
conference-plan-now = Nu
conference-plan-later-at = Vid en tidpunkt
conference-plan-later-hint = Då ges utkastet ut som det är då.
conference-plan-release-button = Ge ut
conference-plan-done-released = Programmet är utgivet.
conference-plan-done-scheduled = Programmet ges ut vid den tiden.
conference-plan-done-unscheduled = Programmet ges inte ut av sig självt.
conference-plan-done-unchanged = Det fanns inget att ge ut.

# Utgåvorna
conference-plan-version-column = Utgåva
conference-plan-version-newest = Den alla ser
conference-plan-released-at = Utgiven
conference-plan-version-changes = { $added } nya, { $moved } flyttade, { $removed } borta, { $edited } med andra uppgifter
conference-plan-take = Ta tillbaka
conference-plan-take-version = Ta tillbaka utgåva { $number }
conference-plan-take-text = Utkastet blir då likt den utgåvan, och det som har ändrats sedan dess försvinner ur utkastet. Ingen märker något innan du ger ut det.
conference-plan-editions = Tidigare år
conference-plan-editions-text = Du kan börja med platser, spår, pass och medverkande från ett annat år. Dagar och tider följer inte med, och samtycke måste ni be om på nytt.
conference-plan-copy = Hämta från { $title } ({ $sessions } pass)
conference-plan-done-taken = Utkastet är likt den utgåvan nu.
conference-plan-done-copied = Utkastet har fått platser, spår, pass och medverkande.
conference-plan-done-changed = Utkastet har ändrats sedan du öppnade sidan, så inget gjordes. Försök en gång till.
conference-plan-done-not-empty = Det finns redan något i utkastet. Du kan bara hämta från ett annat år innan ni börjar planera.

# Hur man kan delta
conference-plan-ways = Deltagande
conference-plan-ways-title = Så kan man delta
conference-plan-ways-text = Här byter ni form för hela konferensen. Alla som är anmälda behåller sin anmälan. Innan något händer får ni se vem det gäller.
conference-plan-ways-closed = Konferensen är över eller inställd, så här finns inget mer att ändra.
conference-plan-ways-done = Så är det nu. Alla som det gäller får veta det.
conference-plan-ways-stale = Någon annan har ändrat samma sak
conference-plan-ways-stale-text = Det hände efter att du öppnade sidan. I formuläret står det du skrev. Så är det nu:
conference-plan-ways-attendance = Hur kan man delta?
conference-plan-ways-attendance-missing = Välj hur man kan delta.
conference-plan-ways-online-hint = Adressen till sändningen skriver ni på översikten.
conference-plan-ways-only-when = Gäller bara när man kan delta så.
conference-plan-ways-venue = Var man träffas
conference-plan-ways-label = Vad formen heter i anmälan
conference-plan-ways-capacity-hint = Tomt när det inte finns någon gräns.
conference-plan-ways-price = Pris
conference-plan-ways-hint = Det man bör veta innan man väljer
conference-plan-ways-text-missing = Skriv texten på alla språk som är märkta.
conference-plan-ways-too-long = Texten är för lång.
conference-plan-ways-look = Se vem det gäller
conference-plan-ways-switch = Byt nu
conference-plan-ways-same = Så är det redan.
conference-plan-ways-nobody = Ingen som är anmäld flyttas.
conference-plan-ways-told = Var och en av dem får ett brev om det.
conference-plan-ways-moving = { $people ->
    [one] 1 person som har plats flyttas: ”{ $before }” blir ”{ $now }”.
   *[other] { $people } personer som har plats flyttas: ”{ $before }” blir ”{ $now }”.
}
conference-plan-ways-moving-all = { $people ->
    [one] 1 person som har plats flyttas till ”{ $now }”.
   *[other] { $people } personer som har plats flyttas till ”{ $now }”.
}
conference-plan-ways-room = Det finns plats för alla.
conference-plan-ways-queued = { $count ->
    [one] Det finns inte plats för alla: 1 förlorar sin plats och hamnar på väntelistan.
   *[other] Det finns inte plats för alla: { $count } förlorar sin plats och hamnar på väntelistan.
}
conference-plan-ways-waiting = { $count ->
    [one] 1 person på väntelistan väntar vidare, på ”{ $now }”.
   *[other] { $count } personer på väntelistan väntar vidare, på ”{ $now }”.
}
conference-plan-ways-counted = { $people ->
    [one] 1 person anmälde sig utan att välja form. Personen behåller sin plats och räknas som ”{ $now }”.
   *[other] { $people } personer anmälde sig utan att välja form. De behåller sina platser och räknas som ”{ $now }”.
}
conference-plan-ways-tight = ”{ $form }”: { $taken } har plats, och det blir { $capacity } platser. Ingen förlorar sin plats, men ingen ny får plats förrän det blir ledigt.
conference-plan-ways-sessions = { $count ->
    [one] 1 pass i programmet är bara för en form som inte längre finns.
   *[other] { $count } pass i programmet är bara för en form som inte längre finns.
}
