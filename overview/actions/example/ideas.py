"""What example assemblies decide to do with the premium, and what is bought for it, in the language of the papers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Idea:
    """A line for a plan. `weight` is its share of the money; `purchases` are payees and what was paid for."""

    category: str
    title: str
    objective: str
    responsible: str
    weight: int
    purchases: tuple[tuple[str, str], ...]


IDEAS = {
    "es": (
        Idea(
            "organisation-processing-quality",
            "Reparación de la bodega",
            "Que el café no se moje en los meses de lluvia.",
            "Comité de obra",
            5,
            (
                ("Ferretería La Muestra", "Láminas y canaletas para el techo de la bodega"),
                ("Materiales Ejemplo del Centro", "Cemento, varilla y arena para el piso"),
                ("Albañilería Ejemplo", "Mano de obra, piso y techo de la bodega"),
            ),
        ),
        Idea(
            "organisation-processing-quality",
            "Medidores de humedad",
            "Medir la humedad en cada centro de acopio antes de recibir el café.",
            "Área de calidad",
            3,
            (
                ("Equipos Cafetaleros Ejemplo", "Medidores de humedad portátiles"),
                ("Equipos Cafetaleros Ejemplo", "Calibración y estuches de los medidores"),
            ),
        ),
        Idea(
            "members-farm-practice",
            "Vivero comunitario",
            "Renovar cafetales con plantas sanas de variedades conocidas.",
            "Equipo técnico",
            4,
            (
                ("Vivero La Muestra", "Bolsas, malla sombra y sustrato para el vivero"),
                ("Semillas Ejemplo", "Semilla certificada de café"),
                ("Jornales de la comunidad", "Llenado de bolsas y siembra, 40 jornales"),
            ),
        ),
        Idea(
            "community-education",
            "Becas escolares",
            "Que las hijas y los hijos de socios sigan en la secundaria y la preparatoria.",
            "Comité de educación",
            3,
            (
                ("Becarias y becarios, lista firmada", "Becas del primer semestre"),
                ("Becarias y becarios, lista firmada", "Becas del segundo semestre"),
                ("Papelería La Muestra", "Paquetes de útiles escolares"),
            ),
        ),
        Idea(
            "members-training",
            "Formación de inspectores internos",
            "Doce inspectores preparados para el sistema de control interno.",
            "Sistema de control interno",
            2,
            (
                ("Despacho de Capacitación Ejemplo", "Curso de tres días para inspectores internos"),
                ("Comedor La Muestra", "Alimentación y hospedaje de los inspectores"),
            ),
        ),
        Idea(
            "organisation-staff",
            "Equipo de oficina",
            "Llevar la contabilidad y los padrones en computadora.",
            "Gerencia",
            2,
            (
                ("Computadoras Ejemplo", "Computadora e impresora para contabilidad"),
                ("Papelería La Muestra", "Muebles y artículos de oficina"),
            ),
        ),
        Idea(
            "members-tools-inputs",
            "Despulpadoras para grupos de trabajo",
            "Despulpar el mismo día de corte en las comunidades alejadas.",
            "Delegados de comunidad",
            5,
            (
                ("Equipos Cafetaleros Ejemplo", "Despulpadoras manuales"),
                ("Fletes La Muestra", "Flete de las despulpadoras a las comunidades"),
            ),
        ),
        Idea(
            "organisation-processing-quality",
            "Laboratorio de catación",
            "Catar cada lote antes de ofrecerlo.",
            "Área de calidad",
            4,
            (
                ("Equipos Cafetaleros Ejemplo", "Tostador de muestras y molino"),
                ("Cristalería La Muestra", "Tazas, cucharas y mesa de catación"),
            ),
        ),
        Idea(
            "members-health",
            "Brigadas de salud",
            "Una consulta al año para cada familia socia.",
            "Comité de salud",
            2,
            (
                ("Farmacia La Muestra", "Medicamentos para la brigada"),
                ("Servicios Médicos Ejemplo", "Honorarios de la brigada de salud"),
            ),
        ),
        Idea(
            "community-gender",
            "Grupo de mujeres: horno y panadería",
            "Ingreso propio para las socias fuera de la cosecha.",
            "Comité de mujeres",
            3,
            (
                ("Hornos Ejemplo", "Horno de gas y charolas"),
                ("Abarrotes La Muestra", "Harina, levadura y gas para empezar"),
            ),
        ),
        Idea(
            "community-infrastructure",
            "Tanque de agua de la escuela",
            "Agua todo el año en la escuela primaria.",
            "Patronato de agua",
            3,
            (
                ("Ferretería La Muestra", "Tanque, tubería y llaves"),
                ("Albañilería Ejemplo", "Base y conexión del tanque"),
            ),
        ),
        Idea(
            "members-farm-practice",
            "Control de la roya",
            "Atender los cafetales con roya antes de perder la cosecha.",
            "Equipo técnico",
            4,
            (
                ("Agroinsumos Ejemplo", "Caldo bordelés: cobre y cal"),
                ("Agroinsumos Ejemplo", "Bombas de mochila y equipo de protección"),
                ("Transportes La Muestra", "Reparto de insumos en las comunidades"),
            ),
        ),
        Idea(
            "community-environment",
            "Manejo de aguas mieles",
            "Que el agua del lavado no llegue al río.",
            "Equipo técnico",
            3,
            (
                ("Materiales Ejemplo del Centro", "Block y tubería para fosas de infiltración"),
                ("Albañilería Ejemplo", "Construcción de fosas en ocho beneficios"),
            ),
        ),
        Idea(
            "members-finance",
            "Fondo de ahorro y crédito",
            "Préstamos de cosecha para quien no alcanza crédito.",
            "Consejo de administración",
            4,
            (("Fondo de ahorro de los socios", "Aportación al fondo de crédito"),),
        ),
    ),
    "pt": (
        Idea(
            "organisation-processing-quality",
            "Reforma do armazém",
            "Guardar o café seco até o embarque.",
            "Diretoria",
            5,
            (
                ("Depósito Exemplo", "Telhas e calhas para o armazém"),
                ("Construções Modelo", "Mão de obra da reforma"),
            ),
        ),
        Idea(
            "organisation-processing-quality",
            "Medidores de umidade",
            "Medir a umidade de cada lote na entrega.",
            "Setor de qualidade",
            3,
            (
                ("Equipamentos Exemplo", "Medidores de umidade portáteis"),
                ("Equipamentos Exemplo", "Calibração dos medidores"),
            ),
        ),
        Idea(
            "members-farm-practice",
            "Análise de solo dos associados",
            "Adubar conforme a análise e gastar menos.",
            "Técnico agrícola",
            3,
            (
                ("Laboratório Exemplo", "Análises de solo, 60 amostras"),
                ("Laboratório Exemplo", "Análises foliares"),
            ),
        ),
        Idea(
            "organisation-processing-quality",
            "Sala de provas",
            "Provar cada lote antes da venda.",
            "Setor de qualidade",
            4,
            (
                ("Equipamentos Exemplo", "Torrador de amostras"),
                ("Louças Modelo", "Xícaras, colheres e mesa de prova"),
            ),
        ),
        Idea(
            "members-education",
            "Bolsas de estudo",
            "Apoiar filhas e filhos de associados no ensino médio.",
            "Comissão de educação",
            2,
            (
                ("Bolsistas, lista assinada", "Bolsas do primeiro semestre"),
                ("Bolsistas, lista assinada", "Bolsas do segundo semestre"),
            ),
        ),
        Idea(
            "organisation-staff",
            "Equipamento de escritório",
            "Manter a contabilidade em dia.",
            "Secretaria",
            2,
            (
                ("Informática Exemplo", "Computador e impressora"),
                ("Papelaria Modelo", "Material de escritório"),
            ),
        ),
        Idea(
            "community-gender",
            "Grupo de mulheres do café",
            "Vender o primeiro lote das associadas com nome próprio.",
            "Grupo de mulheres",
            2,
            (
                ("Gráfica Exemplo", "Embalagens e rótulos"),
                ("Restaurante Modelo", "Almoço da oficina do grupo"),
            ),
        ),
    ),
}

BUYERS = (
    "Importadora Ejemplo, Hamburg",
    "Example Coffee Importers, Portland",
    "Tostadores Ejemplo, Madrid",
    "Example Roasters, Seattle",
)

RETURNED = {
    "es": ("Falta el comprobante.", "La foto no se lee bien; sube otra, por favor."),
    "pt": ("Falta o comprovante.", "A foto não está legível; envie outra, por favor."),
}
VOIDED = {
    "es": (
        "La compra se canceló y el proveedor devolvió el dinero.",
        "Se había registrado en la actividad equivocada.",
    ),
    "pt": ("A compra foi cancelada e o fornecedor devolveu o dinheiro.", "Foi registrada na atividade errada."),
}
PLAN_TITLE = {"es": "Plan de la prima {year}", "pt": "Plano do prêmio {year}"}
RESOLUTION = {
    "es": "Se aprueba el plan de la prima {year}: {count} actividades por {total} en total.",
    "pt": "Aprovado o plano do prêmio {year}: {count} atividades, {total} no total.",
}
NO_QUORUM = "No hubo quórum. El plan de la prima {year} pasa a la segunda convocatoria."
PROPOSAL = {
    "es": ("Ampliación del patio de secado", "Se propone ampliar el patio de secado con lo que queda de la prima."),
    "pt": ("Terreiro suspenso", "Propõe-se construir terreiros suspensos com o saldo do prêmio."),
}
# Where the next assembly is and what it has to decide.
NEXT_ASSEMBLY = {
    "es": ("Salón de la cooperativa", "Informe de la prima; propuesta para el patio de secado."),
    "pt": ("Salão da associação", "Relatório do prêmio; proposta do terreiro suspenso."),
}
CLOSING = {
    "es": "La asamblea toma nota de los informes y cierra el año {year}.",
    "pt": "A assembleia toma conhecimento dos relatórios e encerra o ano de {year}.",
}
LATE_START = {
    "es": "Se empezó tarde; lo que falta sigue el próximo año.",
    "pt": "Começou tarde; o que falta continua no próximo ano.",
}
EXCEPTION = (
    "Reparación urgente del techo de la bodega",
    "El viento se llevó parte del techo con café adentro; no se podía esperar a la asamblea.",
    "Consejo de administración",
)
URGENT_WORK = Idea(
    "organisation-processing-quality",
    EXCEPTION[0],
    "",
    "",
    1,
    (
        ("Ferretería La Muestra", "Láminas y tornillos para el techo"),
        ("Albañilería Ejemplo", "Mano de obra del techo"),
    ),
)
