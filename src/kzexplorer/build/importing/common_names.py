"""Names and codes that tables use beside those of the data: ISO alpha-3, GCAT, common spellings, words of states."""

HOME = "Kazakhstan|KAZ|KZ|Republic of Kazakhstan|Қазақстан Республикасы|Республика Казахстан|РК|ҚР"

# Slug of a partner -> further names of it; those the data has, ISO's two letters included, need not stand here.
COMMON = {
    "azerbaijan": "AZE",
    "belarus": "BLR|Belorussia|Byelorussia|Республика Беларусь|Белоруссия",
    "chile": "CHL|RCH",
    "china": "CHN|PRC|People's Republic of China|КНР|Китайская Народная Республика|ҚХР|PR China|Mainland China",
    "egypt": "EGY|АРЕ|АРЕ Египет|Arab Republic of Egypt",
    "france": "FRA|F|FR|Французская Республика|French Republic",
    "germany": "DEU|D|GER|FRG|ФРГ|Federal Republic of Germany|ГФР",
    "india": "IND|Republic of India",
    "israel": "ISR",
    "italy": "ITA|I|IT|Italian Republic",
    "japan": "JPN|J",
    "kenya": "KEN",
    "kyrgyzstan": "KGZ|Kyrgyz Republic|Киргизия|Кыргызская Республика",
    "mongolia": "MNG",
    "netherlands": "NLD|The Netherlands|Holland|Голландия|Нидерланды",
    "nigeria": "NGA",
    "norway": "NOR|N",
    "poland": "POL",
    "republic-of-the-congo": "COG|Congo-Brazzaville|Republic of Congo",
    "russia": "RUS|Russian Federation|РФ|Российская Федерация|Ресей Федерациясы|RF",
    "saudi-arabia": "SAU|KSA|Kingdom of Saudi Arabia|КСА",
    "singapore": "SGP",
    "south-korea": "KOR|ROK|Republic of Korea|Korea, South|Korea South|Южная Корея|Корея Республикасы",
    "sweden": "SWE|S",
    "tajikistan": "TJK",
    "thailand": "THA",
    "turkiye": "TUR|Turkey|Турция|Түркия|Turkiye",
    "turkmenistan": "TKM",
    "ukraine": "UKR",
    "united-arab-emirates": "ARE|UAE|ОАЭ|БАӘ|Emirates|Эмираты|Объединенные Арабские Эмираты",
    "united-kingdom": "GBR|UK|U.K.|Great Britain|Britain|GB|Англия|England|Соединенное Королевство",
    "united-nations": "UN|ООН|БҰҰ|U.N.",
    "united-states": "USA|U.S.|U.S.A.|US|United States of America|America|США|АҚШ|Америка|Соединенные Штаты Америки",
    "uzbekistan": "UZB",
    "esa": "ESA|ЕКА|ЕҒА|I-ESA|European Space Agency (ESA)",
    "cis": "CIS|СНГ|ТМД",
    "eaeu": "EAEU|EEU|ЕАЭС|ЕАЭО",
    "sco": "SCO|ШОС|ШЫҰ",
    "ots": "OTS|ОТГ|ТМҰ|Turkic Council",
    "apsco": "APSCO|АПСКО",
}

KIND_WORDS = {
    "treaty": "convention|конвенция|pact|договор|шарт",
    "agreement": "accord|contract|memorandum|mou|memorandum of understanding|соглашение|контракт|меморандум|"
    "келісімшарт",
    "satellite": "satellites|payload|spacecraft|космический аппарат|ка|полезная нагрузка|серік|жер серігі",
    "launch": "orbital launch|suborbital launch|orbital|suborbital|пуск|старт",
    "crewed_flight": "crewed|crewed mission|manned|human spaceflight|пилотируемый|пилотируемый полет|экипаж",
    "programme": "program|programs|программа|бағдарлама",
    "project": "projects|проект|жоба",
    "facility": "site|station|ground station|centre|center|observatory|объект|станция|центр",
    "meeting": "conference|forum|summit|visit|talks|конференция|форум|саммит|визит|переговоры|форум",
    "training": "course|workshop|education|обучение|курс|стажировка|оқу",
    "contest": "competition|hackathon|конкурс",
    "accident": "failure|incident|crash|авария|инцидент|апат",
    "policy": "law|decree|strategy|act|regulation|закон|указ|стратегия|постановление|заң|жарлық",
    "milestone": "event|событие|оқиға|веха",
}

STATUS_WORDS = {
    "planned": "plan|go|tbd|to be determined|to be confirmed|tbc|scheduled|upcoming|future|планируется|запланирован|"
    "запланировано|жоспарланған",
    "under_negotiation": "in negotiation|negotiating|переговоры|на переговорах",
    "signed": "подписан|подписано|подписана|қол қойылды|қол қойылған",
    "in_force": "in effect|effective|valid|в силе|действует|вступил в силу|күшінде",
    "in_development": "development|under construction|under development|в разработке|строится|әзірленуде",
    "operating": "operational|active|in service|in orbit|on orbit|in operation|действующий|работает|активен|активный|"
    "на орбите|жұмыс істейді|белсенді|o",
    "completed": "complete|done|ended|finished|decayed|retired|deorbited|reentered|завершен|завершено|завершена|"
    "закончен|выполнено|аяқталды|аяқталған|d",
    "success": "successful|launch successful|success os|s|os|yes|успех|успешно|успешный|сәтті|табысты",
    "failure": "fail|failed|launch failure|unsuccessful|f|of|no|неудача|неуспешно|отказ|авария|сәтсіз",
    "lost": "loss|contact lost|утрачен|потерян|жоғалды",
    "suspended": "on hold|hold|paused|приостановлен|приостановлено|тоқтатылды",
    "cancelled": "canceled|scrubbed|abandoned|terminated|отменен|отменено|отмена|күшін жойды",
    "superseded": "replaced|заменен|заменено|ауыстырылды",
    "dormant": "inactive|non-operational|nonoperational|not operational|неактивен|не работает|белсенді емес",
}
