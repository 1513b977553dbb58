# Startsidan, flödena, personuppgifter, och inloggning och översikt för arrangörer.
portal-front-title = På gång
portal-front-intro = Här är konferenserna, webbinarierna och träffarna som är på gång. Välj ett evenemang för att läsa mer och anmäla dig.
portal-filter-title = Hitta evenemang
portal-filter-kind = Vilken sort
portal-filter-all = Alla sorter
portal-filter-search = Sök i titel och beskrivning
portal-filter-button = Sök
portal-filter-clear = Visa allt som är på gång
portal-kinds-conference = Konferenser
portal-kinds-webinar = Webbinarier
portal-kinds-gathering = Träffar
portal-kind-conference = Konferens
portal-kind-webinar = Webbinarium
portal-kind-gathering = Träff
portal-count = { $count ->
    [one] Ett evenemang är på gång
   *[other] { $count } evenemang är på gång
}
portal-found = { $count ->
    [one] Ett evenemang passar
   *[other] { $count } evenemang passar
}
portal-none-coming = Inga evenemang är på gång just nu. Prenumerera på kalendern, så ser du när det kommer något nytt.
portal-none-found = Vi hittar inga kommande evenemang som passar. Prova färre ord, eller se allt som är på gång.
portal-when = När
portal-where = Var
portal-organiser = Arrangör
portal-sign-up = Anmälan
portal-online = Digitalt
portal-in-person = På plats
portal-both = På plats och digitalt
portal-cancelled = Inställt
portal-closed = Anmälan är stängd
portal-opens = Anmälan öppnar { $when }
portal-full = Fullbokat
portal-waiting-list = Fullt. Du kan ställa dig på väntelistan.
portal-places-left = { $left ->
    [one] 1 ledig plats
   *[other] { $left } lediga platser
}
portal-open = Anmälan är öppen
portal-subscribe-title = Följ med
portal-subscribe-calendar = Prenumerera på kalendern
portal-subscribe-feed = Prenumerera på nyhetsflödet (Atom)
portal-subscribe-text = Kopiera adressen till ditt kalenderprogram, så kommer nya evenemang dit av sig själva.
portal-organisers-link = För arrangörer: logga in
portal-calendar-name = Møteplass
portal-feed-title = Møteplass: på gång
portal-programme-out = Programmet för { $event } är ute
portal-programme-changed = Programmet för { $event } har ändrats (version { $version })

portal-privacy-title = Personuppgifter
portal-privacy-intro = Møteplass sparar det som behövs för att du ska kunna delta, och inte mer. Arrangören bestämmer vad du får frågor om och är personuppgiftsansvarig.
portal-privacy-sign-up-title = När du anmäler dig
portal-privacy-sign-up = Vi sparar ditt namn, din e-postadress, språket du väljer, dina svar och om du deltog. Det används för att hålla en plats åt dig och för att skicka bekräftelse, påminnelser och ändringar till dig. Vid varje fråga står det varför arrangören frågar.
portal-privacy-keep-title = Hur länge
portal-privacy-keep = Varje fråga har en egen tid för radering. Svar om mat och anpassning har kort tid. Varje arrangör sätter en gräns för allt annat, och den är aldrig längre än två år efter evenemanget.
portal-privacy-who-title = Vem som ser det
portal-privacy-who = De hos arrangören som har en roll som ger åtkomst, och de som evenemangets sida nämner. Vi använder inga tjänster från andra på våra sidor. Det enda som går ut är e-post till dig.
portal-privacy-public = Om arrangören är en myndighet eller ett kommunalt bolag kan andra begära ut deltagarlistan. Arrangören avgör då vad som kan lämnas ut.
portal-privacy-rights-title = Det du kan göra
portal-privacy-rights = I e-posten från oss finns en personlig länk. Där ser du allt som är sparat om dig, och du kan rätta det, ladda ner det, avanmäla dig och radera allt.
portal-privacy-complaint = Är du inte nöjd med svaret kan du klaga hos Integritetsskyddsmyndigheten i Sverige eller Datatilsynet i Norge.
portal-privacy-organisers-title = När du är arrangör
portal-privacy-organisers = Vi sparar din e-postadress, språket, dina roller och när du loggade in. En inloggning varar i { $days } dagar och raderas { $kept } dagar efter det. Kontot finns kvar tills organisationen tar bort det.
portal-privacy-cookies-title = Kakor
portal-privacy-cookies = Vi använder bara kakor som sidorna inte kan fungera utan. Därför finns det inget att godkänna. De minns språket du valde, skyddar formulär mot missbruk och håller arrangörer inloggade. Ingen av dem följer dig till andra sidor.
portal-privacy-logs-title = Loggar
portal-privacy-logs = Våra loggar innehåller inga namn, adresser eller svar.
portal-privacy-notices-title = Arrangörernas information om personuppgifter
portal-privacy-notice = Information om personuppgifter från { $organisation }

portal-accessibility-title = Tillgänglighet
portal-accessibility-intro = Sidorna ska kunna användas av alla. Varje arrangör har en egen tillgänglighetsredogörelse, och där står det hur du säger till om något inte fungerar.
portal-accessibility-statement = Tillgänglighetsredogörelse från { $organisation }
portal-no-organisations = Inga organisationer är inlagda än.

portal-sign-in-title = Logga in som arrangör
portal-sign-in-intro = Skriv din e-postadress, så skickar vi en länk som loggar in dig. Du behöver inget lösenord.
portal-sign-in-participant = Är du deltagare? Då behöver du inte logga in. Använd länken i e-posten som du fick när du anmälde dig.
portal-sign-in-email = E-post
portal-sign-in-button = Skicka länken till mig
portal-sign-in-email-wrong = E-postadressen måste innehålla @, till exempel kari@kommun.se
portal-sign-in-error-heading = Rätta det här för att logga in:
portal-signed-out = Du är utloggad.
portal-signed-out-everywhere = Du är utloggad överallt. I andra webbläsare kan det ta upp till { $minutes } minuter.

portal-sent-title = Titta i din e-post
portal-sent-text = Om adressen har ett konto här har vi skickat en länk dit. Den fungerar en gång, i { $minutes } minuter.
portal-sent-nothing = Fick du ingenting? Titta i skräpposten och se om du skrev rätt adress. Vi skickar högst { $count } länkar i timmen till samma adress. Fråga annars den som sköter kontona hos er.
portal-sent-again = Skriv adressen igen
portal-sent-mailbox = Se breven i brevlådan

portal-enter-title = Logga in
portal-enter-text = Tryck på knappen för att logga in i den här webbläsaren.
portal-enter-button = Logga in
portal-spent-title = Länken fungerar inte längre
portal-spent-text = En länk fungerar bara en gång, och bara en stund. Få en ny med e-post.
portal-spent-again = Få en ny länk

portal-overview-title = Era evenemang
portal-overview-roles = Dina roller
portal-overview-role = { $organisation }: { $role }
portal-overview-no-roles = Ditt konto har ingen roll nu. Fråga den som sköter kontona hos er.
portal-overview-none = Era organisationer har inga evenemang än.
portal-overview-coming = På gång
portal-overview-past = Det som har varit
portal-overview-event = Evenemang
portal-overview-when = När
portal-overview-state = Status
portal-overview-taken = Upptagna platser
portal-overview-taken-of = { $taken } av { $capacity }
portal-overview-waiting = På väntelista
portal-overview-links = Vidare
portal-overview-unknown = –
portal-overview-over = Avslutat
portal-overview-co-organised = Ni är medarrangör och ser antal, inte namn.
portal-overview-registrations = Anmälningar
portal-overview-letters = Brev
portal-overview-conference = Planering
portal-overview-gathering = Vilka saknas?
portal-overview-webinar = Närvaro och länkar
portal-overview-of = { $what } för { $event }
portal-overview-sign-out = Logga ut
portal-overview-sign-out-everywhere = Logga ut överallt
portal-role-owner = ägare
portal-role-editor = redaktör
portal-role-reader = ser deltagarlistan
portal-role-numbers = ser bara antal
