# The frame around every page, fields, and pages about errors.
frame-site = Møteplass
frame-skip = Hoppa till huvudinnehållet
frame-language = Språk
frame-footer = Om sidan
frame-privacy = Personuppgifter
frame-privacy-of = Information om personuppgifter hos { $organisation }
frame-accessibility = Tillgänglighet
frame-accessibility-of = Tillgänglighetsredogörelse för { $organisation }
frame-contact = Kontakta { $name }
frame-front = Till startsidan
frame-error = Fel:
frame-demo = Det här är ett prov. Inga evenemang, personer eller mejl här är riktiga.
frame-name-nn = Nynorsk
frame-name-nb = Bokmål
frame-name-sv = Svenska
frame-name-en = English

frame-required = Måste fyllas i
frame-optional = Frivilligt
frame-error-summary = Rätta det här:
frame-day = Dag
frame-month = Månad
frame-year = År
frame-choose = Välj
frame-leave-empty = Skriv inget här

frame-not-found = Vi hittar inte sidan
frame-not-found-text = Länken kan vara fel eller gammal. Se efter om du fick med hela länken från mejlet.
frame-forbidden = Du har inte behörighet
frame-forbidden-text = Du behöver en annan roll för att se den här sidan. Fråga den som sköter kontona hos er.
frame-sign-in-first = Logga in först
frame-sign-in-first-text = Du måste logga in för att göra det här.
frame-not-genuine = Vi måste be dig försöka igen
frame-not-genuine-text = Sidan har varit öppen för länge, eller så tar webbläsaren inte emot kakor. Gå tillbaka, ladda om sidan och skicka en gång till.
frame-too-many = Vänta lite
frame-too-many-text = { $minutes ->
    [one] Det kom många förfrågningar från dig på kort tid. Försök igen om { $minutes } minut.
   *[other] Det kom många förfrågningar från dig på kort tid. Försök igen om { $minutes } minuter.
}
frame-busy = Det är många här just nu
frame-busy-text = Vi hann inte svara dig. Försök igen om en stund.
frame-again = Skicka en gång till
frame-again-text = Du behöver inte skriva något på nytt. Vänta lite och tryck på knappen.
frame-wrong-form = Vi kan inte läsa det du skickade
frame-wrong-form-text = Använd formuläret på sidan och skicka det på nytt.
frame-too-large = Det du skickade är för stort
frame-too-large-text = Korta ner dina svar och skicka på nytt.
frame-wrong-method = Det går inte att göra så här
frame-wrong-method-text = Gå tillbaka till sidan du kom från och försök igen.
frame-internal = Något gick fel hos oss
frame-internal-text = Det är inte ditt fel. Försök igen om en stund. Om det inte hjälper, säg till arrangören och uppge det här numret: { $reference }
