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
